#pragma once

#include "base/text.h"
#include "text/language.h"

#include <QApplication>
#include <memory>
#include <tl/expected.hpp>

namespace threadscape {

/// Whether the system gives what a window needs: some files and threads. Without them Qt and its libraries would abort or hang.
/// Error: the sentence of what is missing. Threads: any.
tl::expected<void, Error> roomForWindow();

/// The application of a program with windows. Without a display, where Qt would abort: prints what works without one, and ends
/// the program with exit code 1. Where memory runs out while an event is handled, that event is given up and the reason printed
/// once; the program goes on. Precondition: none exists. Threads: main.
std::unique_ptr<QApplication> makeWindowedApplication(int& argc, char** argv, Language language);

} // namespace threadscape
