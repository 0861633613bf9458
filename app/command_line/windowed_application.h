#pragma once

#include "text/language.h"

#include <QApplication>
#include <memory>

namespace threadscape {

/// The application of a program with windows. Without a display, where Qt would abort: prints what works without one, and ends
/// the program with exit code 1. Where memory runs out while an event is handled, that event is given up and the reason printed
/// once; the program goes on. Precondition: none exists. Threads: main.
std::unique_ptr<QApplication> makeWindowedApplication(int& argc, char** argv, Language language);

} // namespace threadscape
