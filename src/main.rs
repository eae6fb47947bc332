//! The program: everything is in the library.

use std::mem::MaybeUninit;
use std::process::ExitCode;

/// A tenth of a build is allocating and freeing memory; the system's allocators, musl's above all, take
/// longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jianli::cli::run()
}

/// Defines functions of C's math library in the program itself, in place of the system's, whose last bits differ
/// from one system to the next: crates use them to turn arcs of SVG images into curves, and the same source has to
/// give the same bytes.
macro_rules! the_same_everywhere {
    ($($name:ident($($x:ident: $number:ty),*);)*) => {$(
        // SAFETY: the name is that of a C function, and this is that function: the same types, the same meaning, and
        // nothing of the program's own is touched. A caller cannot tell the difference.
        #[allow(unsafe_code, reason = "a name that the linker sees")]
        #[unsafe(no_mangle)]
        extern "C" fn $name($($x: $number),*) -> the_same_everywhere!(@ $($number),*) {
            libm::$name($($x),*)
        }
    )*};
    (@ $number:ty $(, $more:ty)*) => { $number };
}

the_same_everywhere! {
    acos(x: f64); acosf(x: f32); asin(x: f64); asinf(x: f32); atan(x: f64); atanf(x: f32);
    atan2(y: f64, x: f64); atan2f(y: f32, x: f32);
    cbrt(x: f64); cbrtf(x: f32); cos(x: f64); cosf(x: f32); cosh(x: f64); coshf(x: f32);
    exp(x: f64); expf(x: f32); exp2(x: f64); exp2f(x: f32); expm1(x: f64); expm1f(x: f32);
    hypot(x: f64, y: f64); hypotf(x: f32, y: f32);
    log(x: f64); logf(x: f32); log2(x: f64); log2f(x: f32); log10(x: f64); log10f(x: f32); log1p(x: f64); log1pf(x: f32);
    pow(x: f64, y: f64); powf(x: f32, y: f32);
    sin(x: f64); sinf(x: f32); sinh(x: f64); sinhf(x: f32);
    tan(x: f64); tanf(x: f32); tanh(x: f64); tanhf(x: f32);
}

/// Does what `sin` and `cos` do: the compiler merges the two calls into one call of this.
#[allow(unsafe_code, reason = "a name that the linker sees: as above")]
// SAFETY: as above; C's pointers are to places for a number, which are written and not read.
#[unsafe(no_mangle)]
extern "C" fn sincos(x: f64, sin: &mut MaybeUninit<f64>, cos: &mut MaybeUninit<f64>) {
    sin.write(libm::sin(x));
    cos.write(libm::cos(x));
}

/// Does what `sinf` and `cosf` do.
#[allow(unsafe_code, reason = "a name that the linker sees: as above")]
// SAFETY: as for `sincos`.
#[unsafe(no_mangle)]
extern "C" fn sincosf(x: f32, sin: &mut MaybeUninit<f32>, cos: &mut MaybeUninit<f32>) {
    sin.write(libm::sinf(x));
    cos.write(libm::cosf(x));
}
