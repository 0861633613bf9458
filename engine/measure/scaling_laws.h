#pragma once

namespace threadscape {

// How the speedup, the time of the sequential run over that of `jobs` jobs, depends on their number. Jobs are at least 1, and
// between two whole numbers where a curve is drawn; speedups above 0; serial fraction and contention within [0, 1]; coherence
// from 0. Threads: any.

/// Speedup by Amdahl's law, where the share `serialFraction` of the sequential time is not parallelizable. Its limit for many
/// jobs is 1 / serialFraction.
/// Source: G. M. Amdahl, Validity of the single processor approach to achieving large scale computing capabilities, AFIPS
/// Spring Joint Computer Conference 1967.
double amdahlSpeedup(double serialFraction, double jobs) noexcept;

/// Speedup by the Universal Scalability Law: beside the wait for exclusive resources (`contention`, Amdahl's serial fraction),
/// each job must synchronize with each other one (`coherence`), so that beyond some number of jobs more of them are slower.
/// Without coherence it is Amdahl's law.
/// Source: N. J. Gunther, A simple capacity model of massively parallel transaction systems, CMG 1993; named and written so in
/// his Guerrilla Capacity Planning, Springer 2007.
double uslSpeedup(double contention, double coherence, double jobs) noexcept;

/// The serial fraction that one measured speedup of two or more jobs implies, if only Amdahl's law applies. If it grows with
/// the jobs, there is overhead too. Below 0 where n jobs were more than n times as fast, above 1 where they were slower than
/// one.
/// Source: A. H. Karp, H. P. Flatt, Measuring parallel processor performance, Communications of the ACM 33 (5), 1990.
double karpFlatt(double speedup, int jobs) noexcept;

/// Speedup per job: the share of the workers' time spent on the work of the sequential run.
double efficiency(double speedup, int jobs) noexcept;

} // namespace threadscape
