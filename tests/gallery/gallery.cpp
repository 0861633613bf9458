#include "gallery/gallery.h"

#include "text/texts.h"
#include "window/shell/top_bar.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPainter>
#include <map>

namespace threadscape {

namespace {

constexpr int kMostAttempts = 20; // runs, to see the middle of one

// The one setting whose other value is the lesson. Of an experiment without one the same is run again: no two runs are
// alike.
const std::map<std::string, std::pair<std::string, SettingValue>>& lessons()
{
    static const std::map<std::string, std::pair<std::string, SettingValue>> all{
        {"bank", {"notify", std::string("one")}},
        {"deposit", {"lock", true}}, // the lecture goes without
        {"counter", {"protection", std::string("lock")}}};
    return all;
}

} // namespace

const std::vector<Gallery::Look>& Gallery::looks()
{
    static const std::vector<Look> all{{Scheme::light, {1440, 900}},
                                       {Scheme::light, {1024, 700}},
                                       {Scheme::dark, {1440, 900}},
                                       {Scheme::dark, {1024, 700}}};
    return all;
}

QString Gallery::fileName(const std::string& experiment, const Look& look, Moment moment, Language language)
{
    const char* const moments[] = {"start", "mid", "end", "pinned", "question", "guess", "run", "answer"};
    return QStringLiteral("%1-%2-%3x%4-%5%6.png")
        .arg(QString::fromStdString(experiment),
             QLatin1String(look.scheme == Scheme::dark ? "dark" : "light"))
        .arg(look.size.width())
        .arg(look.size.height())
        .arg(QLatin1String(moments[static_cast<std::size_t>(moment)]),
             QLatin1String(language == Language::russian ? "-ru" : ""));
}

Gallery::Gallery(const std::string& experiment) : m_experiment(experiment), m_window(std::nullopt)
{
    m_window.setMinimumSize(1, 1);
    m_window.setup().choose(experiment);
    m_window.setup().applyPreset("lecture");
    m_window.show();
}

tl::expected<void, QString> Gallery::write(const QDir& folder)
{
    if (auto done = writeAll(folder, Moment::start); !done)
        return done;
    m_lengthNs = static_cast<std::int64_t>(m_window.setup().experiment().plannedSeconds() * 1e9);
    if (auto done = writeMiddle(folder); !done)
        return done;
    waitForEnd();
    m_window.evidence().wait(); // it is outlined once it is found
    if (auto done = writeInBoth(folder, Moment::end); !done)
        return done;
    if (auto done = writePresentation(folder); !done)
        return done;
    return writePinned(folder);
}

// Step by step, with a run of its own.
tl::expected<void, QString> Gallery::writePresentation(const QDir& folder)
{
    const Look look = presentation();
    m_presentation = m_window.present(Presentation::From::question);
    m_presentation->showNormal(); // of that size on any screen
    m_presentation->resize(look.size);
    tl::expected<void, QString> done = writeOne(folder, look, Moment::question);
    m_presentation->forward();
    if (done)
        done = writeOne(folder, look, Moment::guess);
    m_presentation->forward();
    int attempts = 0;
    if (done)
        done = awaitMiddle(attempts);
    if (done)
        done = writeOne(folder, look, Moment::run);
    waitForEnd();
    m_window.evidence().wait();
    if (done)
        done = writeOne(folder, look, Moment::answer);
    m_presentation->close();
    m_presentation.clear();
    return done;
}

// The run above, and the next below with one thing changed.
tl::expected<void, QString> Gallery::writePinned(const QDir& folder)
{
    m_window.findChild<TopBar*>()->compare()->click();
    if (const auto lesson = lessons().find(m_experiment); lesson != lessons().end())
        if (const auto set = m_window.setup().set(lesson->second.first, lesson->second.second); !set)
            return tl::unexpected(inWords(set.error().text));
    if (auto started = run(); !started)
        return started;
    waitForEnd();
    m_window.evidence().wait();
    return writeInBoth(folder, Moment::pinned);
}

// A short run may end while one picture is taken: the next one then gets a run of its own.
tl::expected<void, QString> Gallery::writeMiddle(const QDir& folder)
{
    int attempts = 0;
    for (const Look& look : looks()) {
        dress(look);
        if (auto done = awaitMiddle(attempts); !done)
            return done;
        if (auto done = writeOne(folder, look, Moment::mid); !done)
            return done;
    }
    return {};
}

tl::expected<void, QString> Gallery::awaitMiddle(int& attempts)
{
    while (!waitForMiddle()) {
        if (++attempts > kMostAttempts)
            return tl::unexpected(QStringLiteral("%1 is over before its middle can be seen")
                                      .arg(QString::fromStdString(m_experiment)));
        if (auto started = run(); !started)
            return started;
    }
    return {};
}

tl::expected<void, QString> Gallery::writeAll(const QDir& folder, Moment moment)
{
    for (const Look& look : looks()) {
        dress(look);
        if (auto done = writeOne(folder, look, moment); !done)
            return done;
    }
    return {};
}

// The same run in the other language, as if somebody had chosen it in the menu.
tl::expected<void, QString> Gallery::writeInBoth(const QDir& folder, Moment moment)
{
    if (auto done = writeAll(folder, moment); !done)
        return done;
    m_window.appearance().setLanguage(Language::russian);
    const auto done = writeAll(folder, moment);
    m_window.appearance().setLanguage(Language::english);
    return done;
}

tl::expected<void, QString> Gallery::writeOne(const QDir& folder, const Look& look, Moment moment)
{
    const QString path = folder.filePath(fileName(m_experiment, look, moment, spokenLanguage()));
    if (!picture().save(path))
        return tl::unexpected(QStringLiteral("%1 cannot be written").arg(path));
    return {};
}

tl::expected<void, QString> Gallery::run()
{
    waitForEnd();
    return m_window.session().start(m_window.setup().request()).map_error([](const Error& error) {
        return inWords(error.text);
    });
}

// False: no run goes on, or it ended before. How long it took is then known.
bool Gallery::waitForMiddle()
{
    Session& session = m_window.session();
    while (session.running()) {
        if (m_lengthNs > 0 && session.run()->elapsedNs() >= m_lengthNs / 2)
            return true;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    if (session.run())
        m_lengthNs = session.run()->trace()->snapshot()->nowNs;
    return false;
}

void Gallery::waitForEnd()
{
    while (m_window.session().running())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

void Gallery::dress(const Look& look)
{
    m_window.appearance().set(look.scheme, 0);
    m_window.resize(look.size);
    QCoreApplication::processEvents();
}

QImage Gallery::picture()
{
    QCoreApplication::processEvents();
    QWidget& shown = m_presentation != nullptr ? static_cast<QWidget&>(*m_presentation) : m_window;
    QImage image(shown.size(), QImage::Format_RGB32);
    image.fill(shown.palette().color(QPalette::Window));
    shown.render(&image);
    return image;
}

} // namespace threadscape
