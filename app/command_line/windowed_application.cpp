#include "command_line/windowed_application.h"

#include "command_line/command.h"
#include "command_line/console.h"

#include <cstdlib>
#include <new>
#include <system_error>

namespace threadscape {

namespace {

/// No exception leaves the handler of an event: Qt would end the program.
class WindowedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        try {
            return QApplication::notify(receiver, event);
        } catch (const std::bad_alloc&) {
            tell("There is not enough memory to show everything.");
        } catch (const std::system_error& refused) {
            tell(refused.what());
        }
        return true;
    }

private:
    // Once, and without memory: each event after it may fail too.
    void tell(const char* why) noexcept
    {
        if (!m_told)
            std::fprintf(stderr, "%s\n", why);
        m_told = true;
    }

    bool m_told = false;
};

Language g_language = Language::english; // a message handler has no other way to get it

// All that Qt says meanwhile is about its plug-ins; what ends the program is the only fatal message.
void onMessage(QtMsgType type, const QMessageLogContext& /*context*/, const QString& /*message*/)
{
    if (type != QtFatalMsg)
        return;
    qInstallMessageHandler(nullptr);
    if (QCoreApplication::instance() != nullptr)
        installLanguage(g_language);
    say(stderr,
        TS_TEXT("command_line",
                "There is no display here, and so no window. Without one, \"threadscape run bank --png "
                "bank.png\" runs an experiment and draws it, and \"threadscape list\" shows which there "
                "are."));
    std::_Exit(kFailed);
}

} // namespace

std::unique_ptr<QApplication> makeWindowedApplication(int& argc, char** argv, Language language)
{
    g_language = language;
    const QtMessageHandler usual = qInstallMessageHandler(&onMessage);
    auto application = std::make_unique<WindowedApplication>(argc, argv);
    qInstallMessageHandler(usual);
    return application;
}

} // namespace threadscape
