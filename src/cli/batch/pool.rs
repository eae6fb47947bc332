//! Work on several threads, told in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// The stack of a worker: as much as the first thread has on most systems, since the deepest documents
/// that are taken were measured there.
const STACK: usize = 8 << 20;

/// Does `work` for 0, 1 … `count`, by so many workers at once, and gives the results to `tell` in this
/// order, whichever is ready first. Results are dropped when told: only those that came too early wait.
/// One worker is this thread.
///
/// # Errors
/// The first that `tell` gives; then no more work is begun.
pub fn in_order<W, T: Send, E>(
    count: usize,
    workers: usize,
    worker: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, usize) -> T + Sync,
    mut tell: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&at| at < count);
    thread::scope(|scope| {
        let (send, results) = mpsc::sync_channel(workers);
        let mut started = 0;
        for _ in 0..if workers > 1 { workers } else { 0 } {
            let (send, worker, work, take) = (send.clone(), &worker, &work, &take);
            let on_its_own = move || {
                let mut own = worker();
                while let Some(at) = take() {
                    if send.send((at, work(&mut own, at))).is_err() {
                        break; // nobody listens any more
                    }
                }
            };
            let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, on_its_own);
            started += usize::from(thread.is_ok());
        }
        drop(send);
        if started == 0 {
            let mut own = worker();
            while let Some(at) = take() {
                tell(work(&mut own, at))?;
            }
            return Ok(());
        }
        let (mut early, mut told) = (BTreeMap::new(), 0);
        for (at, result) in results {
            early.insert(at, result);
            while let Some(result) = early.remove(&told) {
                tell(result)?;
                told += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn results_come_in_order_though_the_first_is_ready_last() {
        let last_done = Barrier::new(2);
        let work = |done: &mut usize, at: usize| {
            if at == 0 || at == 99 {
                last_done.wait();
            }
            *done += 1;
            at
        };
        let mut told = Vec::new();
        let ended = in_order(
            100,
            3,
            || 0,
            work,
            |at| {
                told.push(at);
                Ok::<(), ()>(())
            },
        );
        assert!(ended.is_ok());
        assert_eq!(told, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn one_worker_is_this_thread() {
        let here = thread::current().id();
        let mut told = 0;
        let ended = in_order(
            3,
            1,
            || (),
            |(), at| (at, thread::current().id()),
            |(at, thread)| {
                assert_eq!((at, thread), (told, here));
                told += 1;
                Ok::<(), ()>(())
            },
        );
        assert!(ended.is_ok() && told == 3);
    }

    #[test]
    fn when_nobody_can_be_told_the_work_ends() {
        for workers in [1, 4] {
            let begun = AtomicUsize::new(0);
            let work = |(): &mut (), _| begun.fetch_add(1, Ordering::Relaxed);
            assert_eq!(in_order(100_000, workers, || (), work, |_| Err("full")), Err("full"));
            assert!(begun.into_inner() < 100_000, "{workers}");
        }
    }
}
