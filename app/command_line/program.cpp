#include "command_line/program.h"

#include "command_line/console.h"
#include "command_line/interrupt.h"
#include "command_line/run_command.h"
#include "lab/build_info.h"
#include "lab/result_json.h"
#include "text/language.h"
#include "window/main_window.h"

#include <QApplication>
#include <QIcon>
#include <memory>

namespace threadscape {

namespace {

// On the command line standard error is ours: Qt's advice about the system is not for whoever reads it.
void onlyFatal(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

// Only a window and pictures need more than the core; a run needs no display.
std::unique_ptr<QCoreApplication> makeApplication(const tl::expected<Command, Error>& command, int& argc,
                                                  char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("threadscape"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(version()));
    if (command && command->verb == Command::Verb::window)
        return std::make_unique<QApplication>(argc, argv);
    qInstallMessageHandler(onlyFatal);
    if (!command || command->verb != Command::Verb::run || !command->outputs.needsPainting())
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* scaling : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"})
        qunsetenv(scaling); // a picture has the size that was asked for, wherever it is made
    return std::make_unique<QApplication>(argc, argv);
}

int showWindow()
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Threadscape"));
    QGuiApplication::setDesktopFileName(QStringLiteral("threadscape"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/threadscape.svg")));
    MainWindow window(MemoryFile(MemoryFile::usualPath()));
    Interrupt interrupt(
        [&window] { QMetaObject::invokeMethod(&window, &QWidget::close, Qt::QueuedConnection); });
    window.show();
    const int code = QApplication::exec();
    return interrupt.came() ? kInterrupted : code;
}

int writeList(bool asJson)
{
    if (asJson)
        std::fputs((listJson() + "\n").c_str(), stdout);
    else
        printExperiments(stdout);
    return flushed(stdout) ? kDone : kFailed;
}

} // namespace

int runProgram(int argc, char** argv)
{
    const auto command = parseCommand({argv + 1, argv + argc});
    const auto application = makeApplication(command, argc, argv);
    installLanguage();
    if (!command) {
        say(stderr, command.error().text);
        return kBadUsage;
    }
    switch (command->verb) {
    case Command::Verb::window: return showWindow();
    case Command::Verb::list: return writeList(command->listAsJson);
    case Command::Verb::run: return runCommand(*command);
    case Command::Verb::help: printHelp(stdout); break;
    case Command::Verb::version:
        say(stdout, QStringLiteral("threadscape %1").arg(QString::fromLatin1(version())));
        break;
    }
    return flushed(stdout) ? kDone : kFailed;
}

} // namespace threadscape
