// The key bindings of the plots.
#include "text/language_change.h"
#include "viewing/gestures.h"

#include <algorithm>
#include <string_view>

namespace threadscape {

namespace {

constexpr double kZoomByKey = 0.7;  // of the window
constexpr double kPanByKey = 0.1;   // of the window
constexpr double kScrollByKey = 48; // px of the lanes

/// The key at that position on an English keyboard; for a key that is no letter, the key itself.
int keyAt(const QKeyEvent& event)
{
    // X11 and Wayland: the codes of evdev + 8, row by row.
    constexpr struct {
        quint32 first;
        std::string_view letters;
    } kRows[] = {{24, "QWERTYUIOP"}, {38, "ASDFGHJKL"}, {52, "ZXCVBNM"}};
    const quint32 code = event.nativeScanCode();
    for (const auto& [first, letters] : kRows)
        if (code >= first && code < first + letters.size())
            return letters[code - first];
    return event.key();
}

} // namespace

void Gestures::add(const char* name, Template words, std::initializer_list<int> keys,
                   std::function<bool()> act)
{
    auto* action = new QAction(this);
    action->setObjectName(QLatin1StringView(name));
    QList<QKeySequence> sequences;
    for (const int key : keys)
        sequences << QKeySequence(key);
    action->setShortcuts(sequences);
    connect(action, &QAction::triggered, this, [act] { act(); });
    m_keys.push_back({action, words, std::move(act)});
}

void Gestures::addKeys()
{
    const auto pan = [this](double share, PointStep step) {
        if (!m_surface.step(step) && m_surface.timeWidth() > 0)
            m_view->pan(share);
        return true;
    };
    const auto scroll = [this](double px, PointStep step) {
        if (!m_surface.step(step))
            m_surface.scrollLanes(px * m_scale);
        return true;
    };
    add("zoom in", TS_TEXT("keys", "zoom in"), {Qt::Key_W}, [this] { return zoom(kZoomByKey); });
    add("zoom out", TS_TEXT("keys", "zoom out"), {Qt::Key_S}, [this] { return zoom(1 / kZoomByKey); });
    add("earlier", TS_TEXT("keys", "move the plots to earlier; to fewer jobs"), {Qt::Key_A, Qt::Key_Left},
        [pan] { return pan(-kPanByKey, PointStep::fewer); });
    add("later", TS_TEXT("keys", "move the plots to later; to more jobs"), {Qt::Key_D, Qt::Key_Right},
        [pan] { return pan(kPanByKey, PointStep::more); });
    add("up", TS_TEXT("keys", "scroll the lanes up; to a higher curve"), {Qt::Key_Up},
        [scroll] { return scroll(-kScrollByKey, PointStep::higher); });
    add("down", TS_TEXT("keys", "scroll the lanes down; to a lower curve"), {Qt::Key_Down},
        [scroll] { return scroll(kScrollByKey, PointStep::lower); });
    add("fit", TS_TEXT("keys", "fit what is measured or selected, or the whole run"), {Qt::Key_F}, [this] {
        m_view->fit();
        return true;
    });
    add("zoom back", TS_TEXT("keys", "go back one zoom"), {Qt::Key_Backspace}, [this] {
        m_view->zoomBack();
        return true;
    });
    add("hold", TS_TEXT("keys", "hold the view, let it go"), {Qt::Key_H}, [this] {
        m_view->setHeld(!m_view->held());
        return true;
    });
    add("now", TS_TEXT("keys", "go back to now"), {Qt::Key_End}, [this] {
        m_view->showNow();
        return true;
    });
    add("cores", TS_TEXT("keys", "show who ran on each core, hide it"), {Qt::Key_C}, [this] {
        m_surface.toggleCores();
        return true;
    });
    add("open", TS_TEXT("keys", "see what the workers of a speedup's point did"),
        {Qt::Key_Return, Qt::Key_Enter}, [this] { return m_surface.openPoint(); });
    add("usl", TS_TEXT("keys", "draw the USL through a speedup, or not"), {Qt::Key_U},
        [this] { return m_surface.toggleUsl(); });
    add("let go", TS_TEXT("keys", "let go what is selected, measured or chosen"), {Qt::Key_Escape}, [this] {
        if (!m_view->clearSelection())
            return false;
        m_surface.pointAt(m_pointer);
        return true;
    });
    onLanguageChange(&m_target, [this] { retranslate(); });
}

void Gestures::retranslate()
{
    for (const Key& key : m_keys)
        key.action->setText(inWords(key.words));
}

QList<QAction*> Gestures::actions() const
{
    QList<QAction*> all;
    for (const Key& key : m_keys)
        all << key.action;
    return all;
}

QAction* Gestures::action(const QString& name) const
{
    const auto found =
        std::ranges::find_if(m_keys, [&](const Key& key) { return key.action->objectName() == name; });
    return found != m_keys.end() ? found->action : nullptr;
}

bool Gestures::zoom(double factor)
{
    if (m_surface.timeWidth() <= 0)
        return true;
    m_view->zoom(factor, m_pointer ? m_surface.spotAt(*m_pointer).ns : std::nullopt);
    return true;
}

bool Gestures::key(const QKeyEvent& event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const QKeySequence pressed(keyAt(event));
    const auto found = std::ranges::find_if(
        m_keys, [&](const Key& key) { return key.action->shortcuts().contains(pressed); });
    return found != m_keys.end() && found->act();
}

} // namespace threadscape
