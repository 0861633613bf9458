#include "bench/figures.h"

#include "plots/style/qcp.h"
#include "window/shell/main_window.h"

#include <QApplication>
#include <QEvent>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace threadscape::bench {

namespace {

// Ends the program once the window has been painted for the first time.
class FirstPaint final : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                qApp, [] { std::_Exit(0); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

void startAs(const char* argument)
{
    char program[] = "/proc/self/exe";
    char* const arguments[] = {program, const_cast<char*>(argument), nullptr};
    pid_t child = -1;
    int status = -1;
    if (posix_spawn(&child, program, nullptr, nullptr, arguments, environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0)
        throw std::runtime_error("a window did not come up");
}

} // namespace

bool startedAsWindow(int argc, char** argv)
{
    if (argc != 2 || std::strncmp(argv[1], "--window-", 9) != 0)
        return false;
    QApplication application(argc, argv);
    FirstPaint paint;
    std::unique_ptr<QMainWindow> window;
    if (std::strcmp(argv[1], kOurWindow) == 0) {
        window = std::make_unique<MainWindow>(std::nullopt);
    } else {
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(new QCustomPlot);
        window->resize(1440, 900);
    }
    window->centralWidget()->installEventFilter(&paint);
    window->show();
    QApplication::exec();
    return true;
}

void benchStart()
{
    compare({.what = "start to the first painted window",
             .peer = "QMainWindow with one QCustomPlot",
             .goal = 2.5,
             .ours = [] { startAs(kOurWindow); },
             .theirs = [] { startAs(kEmptyWindow); },
             .rounds = 15});
}

} // namespace threadscape::bench
