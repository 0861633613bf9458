#include "command_line/program.h"

#include "command_line/console.h"
#include "command_line/interrupt.h"
#include "command_line/language_option.h"
#include "command_line/open_command.h"
#include "command_line/room_to_paint.h"
#include "command_line/run_command.h"
#include "command_line/windowed_application.h"
#include "lab/files/result_json.h"
#include "lab/files/settings_file.h"
#include "lab/run/build_info.h"
#include "os/pipe.h"
#include "os/scheduler_source.h"
#include "text/language.h"
#include "window/shell/file_opener.h"
#include "window/shell/main_window.h"

#include <QApplication>
#include <QIcon>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <new>
#include <system_error>

namespace threadscape {

namespace {

// On the command line standard error is ours: suppresses Qt's messages about the system.
void onlyFatal(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    if (type == QtCriticalMsg)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    if (type != QtFatalMsg)
        return;
    qInstallMessageHandler(nullptr);
    say(stderr,
        TS_TEXT("command_line", "Nothing can be painted here: the system does not let Qt load its parts. "
                                "Results and traces need none of them."));
    std::_Exit(kFailed);
}

/// The command and the file it opened, or an error sentence.
struct Task {
    Command command;
    std::optional<OpenedRun> opened{};    ///< with Verb::open: a run,
    std::optional<RunRequest> settings{}; ///< or settings

    bool showsWindow() const
    {
        return command.verb == Command::Verb::window ||
               (command.verb == Command::Verb::open && !command.outputs.any());
    }
    bool paints() const
    {
        return (command.verb == Command::Verb::run || command.verb == Command::Verb::open) &&
               command.outputs.needsPainting();
    }
};

// The file is read before the application is created: only a valid one needs a display.
tl::expected<Task, Error> readTask(const std::vector<std::string>& arguments)
{
    const auto command = parseCommand(arguments);
    if (!command)
        return tl::unexpected(command.error());
    if (!isScheduler(wantedScheduler()))
        return tl::unexpected(
            Error{Text(TS_TEXT("command_line", "The environment variable THREADSCAPE_SCHEDULER is \"%1\": it "
                                               "may be perf, clocks or none."))
                      .arg(std::string(wantedScheduler()))});
    if (command->verb != Command::Verb::open)
        return Task{*command};
    const std::filesystem::path& file = command->file;
    if (isSettingsFile(file)) {
        auto settings = openSettings(file);
        if (!settings)
            return tl::unexpected(settings.error());
        if (command->outputs.any())
            return tl::unexpected(
                Error{Text(TS_TEXT("command_line",
                                   "%1 holds settings and no run, so that nothing can be written of "
                                   "it: open it, and press Run."))
                          .arg(file.string())});
        return Task{.command = *command, .settings = std::move(*settings)};
    }
    auto opened = openRun(file);
    if (!opened)
        return tl::unexpected(opened.error());
    return Task{.command = *command, .opened = std::move(*opened)};
}

// Only a window and figures need more than QCoreApplication; a run needs no display.
std::unique_ptr<QCoreApplication> makeApplication(const tl::expected<Task, Error>& task, Language language,
                                                  int& argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("threadscape"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(version()));
    if (task && task->showsWindow())
        return makeWindowedApplication(argc, argv, language);
    qInstallMessageHandler(onlyFatal);
    if (!task || !task->paints())
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* scaling : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI"})
        qunsetenv(scaling); // a figure has the requested size on any machine
    return std::make_unique<QApplication>(argc, argv);
}

int showWindow(const Task& task)
{
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Threadscape"));
    QGuiApplication::setDesktopFileName(QStringLiteral("threadscape"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/threadscape.svg")));
    MainWindow window(AppStateFile(AppStateFile::usualPath()), task.command.language);
    Interrupt interrupt(
        [&window] { QMetaObject::invokeMethod(&window, &QWidget::close, Qt::QueuedConnection); });
    if (task.opened)
        window.showOpened(*task.opened);
    if (task.settings)
        window.showSettings(*task.settings);
    window.show();
    const int code = QApplication::exec();
    return interrupt.came() ? kInterrupted : code;
}

// Also applies to the error sentence about the rest. Default English: scripts parse it.
Language languageFor(const std::vector<std::string>& arguments)
{
    const auto spoken = takeLanguage(arguments);
    return spoken ? spoken->language.value_or(Language::english) : Language::english;
}

int writeList(bool asJson)
{
    if (asJson)
        std::fputs((listJson() + "\n").c_str(), stdout);
    else
        printExperiments(stdout);
    return flushed(stdout) ? kDone : kFailed;
}

// Of what nobody caught before. Constructing the sentence may fail again.
int endedBy(const Text& why) noexcept
{
    try {
        say(stderr, why);
    } catch (const std::bad_alloc&) {
        std::fputs("There is not enough memory.\n", stderr);
    }
    return kFailed;
}

} // namespace

int runProgram(int argc, char** argv)
try {
    surviveBrokenPipes();
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of that file
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto task = readTask(arguments);
    const Language language = languageFor(arguments);
    if (task && (task->showsWindow() || task->paints()))
        if (const auto room = checkRoomToPaint(); !room)
            return endedBy(room.error().text);
    const auto application = makeApplication(task, language, argc, argv);
    installLanguage(language);
    if (!task) {
        say(stderr, task.error().text);
        return kBadUsage;
    }
    const Command& command = task->command;
    if (task->opened && task->opened->damage)
        say(stderr, *task->opened->damage);
    if (task->showsWindow()) {
        const int code = showWindow(*task);
        if (FileOpener::leftBehind()) {
            std::fflush(nullptr);
            std::_Exit(code);
        }
        return code;
    }
    switch (command.verb) {
    case Command::Verb::window: break;
    case Command::Verb::open: return openCommand(command, *task->opened);
    case Command::Verb::list: return writeList(command.listAsJson);
    case Command::Verb::run: return runCommand(command);
    case Command::Verb::help: printHelp(stdout); break;
    case Command::Verb::version:
        say(stdout, QStringLiteral("threadscape %1").arg(QString::fromLatin1(version())));
        break;
    }
    return flushed(stdout) ? kDone : kFailed;
} catch (const std::bad_alloc&) {
    return endedBy(TS_TEXT("command_line", "There is not enough memory."));
} catch (const std::system_error& failure) {
    return endedBy(Text(TS_TEXT("command_line", "The system refused: %1.")).arg(failure.code().message()));
}

} // namespace threadscape
