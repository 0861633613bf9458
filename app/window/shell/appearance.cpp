#include "window/shell/appearance.h"

#include "window/shell/style.h"

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

// Before a theme is first applied, the application's palette is the system's.
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

void Appearance::setLanguage(Language language)
{
    m_language = language;
    installLanguage(language);
    retranslate(); // also when the language is unchanged
    emit changed();
}

void Appearance::dress()
{
    const bool dark = m_scheme == Scheme::dark || (m_scheme == Scheme::system && systemIsDark());
    m_theme = (dark ? Theme::dark() : Theme::light()).scaled(std::pow(kStep, m_typeStep));
    applyTheme(m_theme);
    retranslate();
    emit changed();
}

// Our palette hides the system's: it is removed to read that. Nothing is painted in between.
void Appearance::systemChanged()
{
    if (isOurs(QGuiApplication::palette()))
        QApplication::setPalette(QPalette());
    systemIsDark() = isDark(QGuiApplication::palette());
    dress();
}

// Also called, later, for our own change: that must not cause another.
void Appearance::paletteChanged()
{
    if (!isOurs(QGuiApplication::palette()))
        systemChanged();
}

QMenu* Appearance::makeMenu(QWidget* window)
{
    auto* menu = new QMenu(window);
    addSchemes(menu);
    menu->addSeparator();
    addTypes(menu, window);
    menu->addSeparator();
    addLanguages(menu, window);
    retranslate();
    return menu;
}

void Appearance::addSchemes(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::system}) {
        QAction* action = menu->addAction(QString(), this, [this, scheme] { set(scheme, m_typeStep); });
        action->setCheckable(true);
        group->addAction(action);
        m_schemes << action;
    }
}

void Appearance::addTypes(QMenu* menu, QWidget* window)
{
    const auto add = [&](QKeySequence key, auto step) {
        QAction* action = menu->addAction(QString(), this, [this, step] { set(m_scheme, step(m_typeStep)); });
        action->setShortcut(key);
        window->addAction(action);
        m_types << action;
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Plus), [](int step) { return step + 1; });
    add(QKeySequence(Qt::CTRL | Qt::Key_Minus), [](int step) { return step - 1; });
    add(QKeySequence(Qt::CTRL | Qt::Key_0), [](int) { return 0; });
}

void Appearance::addLanguages(QMenu* menu, QWidget* window)
{
    auto* group = new QActionGroup(menu);
    const auto add = [&](Language language) {
        QAction* action = menu->addAction(QString(), this, [this, language] { setLanguage(language); });
        action->setCheckable(true);
        group->addAction(action);
        window->addAction(action);
        return action;
    };
    for (std::size_t i = 1; i <= languages().size(); ++i)
        m_languages << add(static_cast<Language>(i));
    m_languages << add(Language::system);
}

void Appearance::retranslate()
{
    if (m_languages.isEmpty())
        return;
    const QString schemes[] = {tr("Light"), tr("Dark"), tr("As the system")};
    const QString types[] = {tr("Larger type"), tr("Smaller type"), tr("Usual type")};
    for (int i = 0; i < 3; ++i) {
        m_schemes[i]->setText(schemes[i]);
        m_types[i]->setText(types[i]);
        m_schemes[i]->setChecked(i == static_cast<int>(m_scheme));
    }
    for (qsizetype i = 0; i + 1 < m_languages.size(); ++i) {
        m_languages[i]->setText(QString::fromUtf8(languages()[static_cast<std::size_t>(i)].name));
        m_languages[i]->setChecked(i + 1 == static_cast<int>(m_language));
        m_languages[i]->setShortcut({});
    }
    m_languages.back()->setText(tr("Language of the system"));
    m_languages.back()->setChecked(m_language == Language::system);
    // One key: it selects the next.
    const std::size_t next = static_cast<std::size_t>(spokenLanguage()) % languages().size();
    m_languages[static_cast<qsizetype>(next)]->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
}

} // namespace threadscape
