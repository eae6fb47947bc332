//! Work on several threads, with the results in order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError, mpsc};
use std::thread::{self, available_parallelism};

/// The stack of a worker: as large as that of the main thread on most systems, since the deepest documents
/// that are accepted were measured there.
const STACK: usize = 8 << 20;

/// Does `work` for 0, 1 … `count`, on `workers` threads at once, and gives the results to `tell` in this
/// order, whichever is ready first. Results are dropped once reported: only those that come too early wait.
/// If there is one worker, it is this thread.
///
/// # Errors
/// The first that `tell` returns; then no more work is begun.
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

/// Does `work` on each of these, on `workers` threads at once, one of which is this one; returns the results in their
/// order, whichever was ready first.
pub fn on_each<T: Send, R: Send>(
    items: impl IntoIterator<Item = T, IntoIter: Send>,
    workers: usize,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let waiting = Mutex::new(items.into_iter().enumerate());
    // A worker that panicked has left whole values there all the same.
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let own = || -> Vec<(usize, R)> { std::iter::from_fn(next).map(|(at, item)| (at, work(item))).collect() };
    let mut done = thread::scope(|scope| {
        let start = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, own).ok();
        let threads: Vec<_> = (1..workers).filter_map(start).collect();
        let mut done = own();
        for thread in threads {
            done.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Returns the number of workers worth having: never more than the machine has cores.
pub fn workers(count: usize) -> usize {
    // Asked once: to find out, the system's files about this process are read.
    static CORES: LazyLock<usize> = LazyLock::new(|| available_parallelism().map_or(1, NonZero::get));
    CORES.min(count).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn each_is_worked_on_once_and_the_order_is_kept_though_the_first_is_ready_last() {
        let others = Barrier::new(2);
        let mut items: Vec<usize> = (0..50).collect();
        let work = |item: &mut usize| {
            if *item == 0 || *item == 49 {
                others.wait();
            }
            *item += 100;
            *item
        };
        assert_eq!(on_each(&mut items, 2, work), (100..150).collect::<Vec<_>>());
        assert_eq!(items, (100..150).collect::<Vec<_>>());
    }

    #[test]
    fn a_lone_worker_is_this_thread_and_there_are_never_more_than_items_or_cores() {
        let here = thread::current().id();
        assert!(on_each(0..3, 1, |_| thread::current().id()).iter().all(|thread| *thread == here));
        let cores = available_parallelism().map_or(1, NonZero::get);
        assert_eq!([workers(0), workers(1), workers(100_000)], [1, 1, cores]);
    }

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
