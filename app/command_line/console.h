#pragma once

#include "lab/run/run.h"

#include <cstdio>

namespace threadscape {

/// Writes one sentence and a newline; what could steer a terminal is shown instead (terminal_text.h).
void say(std::FILE* stream, const Text& text);
void say(std::FILE* stream, const QString& text);

/// Question, answer and a table of the findings.
void printResult(std::FILE* stream, const Run& run);
/// Id and question of each experiment.
void printExperiments(std::FILE* stream);
void printHelp(std::FILE* stream);

/// Flushes; false if not everything could be written.
bool flushed(std::FILE* stream);

} // namespace threadscape
