#include "window/appearance.h"

#include "window/style.h"

#include <QActionGroup>
#include <QApplication>
#include <algorithm>
#include <cmath>

namespace threadscape {

namespace {

constexpr int kMostSteps = 6;
constexpr double kStep = 1.1;

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

bool isOurs(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Window);
    return window == Theme::light().window || window == Theme::dark().window;
}

// Before the first one dresses the application, its palette is the system's.
bool& systemIsDark()
{
    static bool s_dark = isDark(QGuiApplication::palette());
    return s_dark;
}

} // namespace

Appearance::Appearance(QObject* parent) : QObject(parent)
{
    systemIsDark();
}

void Appearance::set(Scheme scheme, int typeStep)
{
    m_scheme = scheme;
    m_typeStep = std::clamp(typeStep, -2, kMostSteps);
    dress();
}

void Appearance::dress()
{
    const bool dark = m_scheme == Scheme::dark || (m_scheme == Scheme::system && systemIsDark());
    m_theme = (dark ? Theme::dark() : Theme::light()).scaled(std::pow(kStep, m_typeStep));
    applyTheme(m_theme);
    emit changed();
}

// Our palette hides the system's, which comes to light when ours is taken off. Nothing is painted in between.
void Appearance::systemChanged()
{
    if (isOurs(QGuiApplication::palette()))
        QApplication::setPalette(QPalette());
    systemIsDark() = isDark(QGuiApplication::palette());
    dress();
}

// Also told, later, of our own dressing: that must not lead to another.
void Appearance::paletteChanged()
{
    if (!isOurs(QGuiApplication::palette()))
        systemChanged();
}

QMenu* Appearance::makeMenu(QWidget* window)
{
    auto* menu = new QMenu(window);
    auto* schemes = new QActionGroup(menu);
    const std::pair<Scheme, QString> names[] = {
        {Scheme::light, tr("Light")}, {Scheme::dark, tr("Dark")}, {Scheme::system, tr("As the system")}};
    for (const auto& [scheme, name] : names) {
        QAction* action = menu->addAction(name, this, [this, s = scheme] { set(s, m_typeStep); });
        action->setCheckable(true);
        action->setChecked(scheme == m_scheme);
        schemes->addAction(action);
    }
    menu->addSeparator();
    const auto addType = [&](const QString& name, QKeySequence key, auto step) {
        QAction* action = menu->addAction(name, this, [this, step] { set(m_scheme, step(m_typeStep)); });
        action->setShortcut(key);
        window->addAction(action);
    };
    addType(tr("Larger type"), QKeySequence(Qt::CTRL | Qt::Key_Plus), [](int step) { return step + 1; });
    addType(tr("Smaller type"), QKeySequence(Qt::CTRL | Qt::Key_Minus), [](int step) { return step - 1; });
    addType(tr("Usual type"), QKeySequence(Qt::CTRL | Qt::Key_0), [](int) { return 0; });
    return menu;
}

} // namespace threadscape
