//! Gamma and beta distributions: shares of them and their quantiles, for exact intervals.
//!
//! Promises about twelve significant digits for shapes up to 100,000, the same bits on every platform (`libm`),
//! and an end: every loop is bounded. Arguments are trusted; the callers are in this room.
//!
//! Series and continued fractions are those of Abramowitz and Stegun (1964), 6.5.29, 6.5.31 and 26.5.8, the
//! fractions evaluated by Lentz's method (Thompson and Barnett 1986, Journal of Computational Physics 64, 490-509).

/// Upper quantile of the normal distribution that leaves 2.5 % above it.
pub(super) const Z: f64 = 1.959_963_984_540_054;

const N_TERMS: usize = 20_000;
const N_STEPS: usize = 100;
const TINY: f64 = 1e-300;
const ENOUGH: f64 = 1e-16;

/// Lower regularised incomplete gamma function P(a, x): the share of a gamma distribution of shape `a` below `x`.
pub(super) fn gamma_share(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 { front * gamma_series(a, x) } else { 1.0 - front * gamma_fraction(a, x) }
}

fn gamma_series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    for n in 1..N_TERMS {
        term *= x / (a + n as f64);
        sum += term;
        if term < sum * ENOUGH {
            break;
        }
    }
    sum
}

fn gamma_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for n in 1..N_TERMS {
        let n = n as f64;
        let numerator = -n * (n - a);
        b += 2.0;
        d = 1.0 / away_from_zero(numerator * d + b);
        c = away_from_zero(b + numerator / c);
        value *= c * d;
        if (c * d - 1.0).abs() < ENOUGH {
            break;
        }
    }
    value
}

/// Regularised incomplete beta function I_x(a, b): the share of a beta distribution below `x`.
pub(super) fn beta_share(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front = libm::exp(a * libm::log(x) + b * libm::log1p(-x) - ln_beta(a, b));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * beta_fraction(a, b, x) / a
    } else {
        1.0 - front * beta_fraction(b, a, 1.0 - x) / b
    }
}

/// Logarithm of the beta function.
pub(super) fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..N_TERMS {
        let m = m as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for numerator in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + numerator * d);
            c = away_from_zero(1.0 + numerator / c);
            change = c * d;
            value *= change;
        }
        if (change - 1.0).abs() < ENOUGH {
            break;
        }
    }
    value
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// The `x` below which a share `p` of a gamma distribution of shape `a` lies; `0 < p < 1`.
pub(super) fn gamma_quantile(a: f64, p: f64) -> f64 {
    let ln_gamma = libm::lgamma(a);
    let density = |x: f64| libm::exp((a - 1.0) * libm::log(x) - x - ln_gamma);
    // Far above any quantile that is asked for: mean and forty standard deviations.
    let high = a + 40.0 * a.sqrt() + 40.0;
    solve(|x| gamma_share(a, x) - p, density, a, high)
}

/// The `x` below which a share `p` of a beta distribution lies; `0 < p < 1`.
pub(super) fn beta_quantile(a: f64, b: f64, p: f64) -> f64 {
    let ln_beta = ln_beta(a, b);
    let density = |x: f64| libm::exp((a - 1.0) * libm::log(x) + (b - 1.0) * libm::log1p(-x) - ln_beta);
    solve(|x| beta_share(a, b, x) - p, density, a / (a + b), 1.0)
}

/// The root between 0 and `high` of a rising function with a known derivative: Newton's method, and bisection
/// where that would leave the bracket.
fn solve(value: impl Fn(f64) -> f64, slope: impl Fn(f64) -> f64, start: f64, high: f64) -> f64 {
    let (mut low, mut high, mut x) = (0.0, high, start);
    for _ in 0..N_STEPS {
        let error = value(x);
        if error > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let newton = x - error / slope(x);
        let next = if newton > low && newton < high { newton } else { (low + high) / 2.0 };
        let step = (next - x).abs();
        x = next;
        if step <= x * 1e-15 {
            break;
        }
    }
    x
}
