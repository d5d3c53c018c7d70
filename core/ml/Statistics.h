// SPDX-License-Identifier: GPL-3.0-or-later
// The few formulas of statistics that several engines share.
#pragma once

namespace edupro::ml {

/// The z for which a standard normal value is below z with probability p, to about 1e-15 relative
/// (Wichura 1988, algorithm AS 241, Applied Statistics 37, pages 477-484). Precondition: 0 < p < 1.
double normalQuantile(double p);

/// Bounds of a share.
struct Interval {
    double low = 0.0;
    double high = 1.0;
};

/// Wilson's score interval for `successes` of `trials` (Wilson 1927, Journal of the American
/// Statistical Association 22, pages 209-212; Agresti and Coull 1998, The American Statistician 52,
/// formula 2). [0, 1] when there are no trials. Precondition: 0 <= successes <= trials, 0 <
/// confidence < 1.
Interval wilsonInterval(double successes, double trials, double confidence = 0.95);

} // namespace edupro::ml
