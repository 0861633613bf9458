#include "window/settings/settings_panel.h"

#include "text/language_change.h"
#include "text/setting_words.h"
#include "text/texts.h"
#include "window/widgets/dot.h"

#include <QHBoxLayout>
#include <QStyle>
#include <algorithm>
#include <array>
#include <map>

namespace threadscape {

namespace {

constexpr std::array kGroups{SettingGroup::who, SettingGroup::howLong, SettingGroup::rules,
                             SettingGroup::run};

QString groupTitle(SettingGroup group)
{
    switch (group) {
    case SettingGroup::who: return SettingsPanel::tr("Who");
    case SettingGroup::howLong: return SettingsPanel::tr("How long");
    case SettingGroup::rules: return SettingsPanel::tr("Rules");
    case SettingGroup::run: break;
    }
    return SettingsPanel::tr("Run");
}

bool contains(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Explains a filled dot, or a ring.
QWidget* makeKey(bool now, QWidget* parent)
{
    auto* key = new QWidget(parent);
    auto* label = new QLabel(key);
    onLanguageChange(label, [label, now] {
        label->setText(now ? SettingsPanel::tr("acts now") : SettingsPanel::tr("at the next Run"));
    });
    label->setProperty("part", "secondary");
    auto* row = new QHBoxLayout(key);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new Dot(now, key));
    row->addWidget(label);
    return key;
}

} // namespace

std::vector<std::string> settingsShownFirst(const Experiment& experiment, std::size_t count)
{
    std::map<std::string, int> presetsMoving;
    for (const Preset& preset : experiment.presets()) {
        for (const auto& [name, value] : preset.settings)
            ++presetsMoving[name];
    }
    std::array<std::vector<std::string>, kGroups.size()> byGroup;
    for (const Setting* setting : experiment.settings())
        byGroup[static_cast<std::size_t>(setting->spec().group)].push_back(setting->spec().name);
    for (auto& names : byGroup)
        std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
            return presetsMoving[a] > presetsMoving[b];
        });
    std::vector<std::string> shown;
    for (std::size_t round = 0; round < experiment.settings().size(); ++round) {
        for (const auto& names : byGroup) {
            if (round < names.size() && shown.size() < count)
                shown.push_back(names[round]);
        }
    }
    return shown;
}

SettingsPanel::SettingsPanel(Setup& setup, QWidget* parent)
    : QWidget(parent),
      m_setup(setup),
      m_chips(new PresetChips(this)),
      m_column(new QVBoxLayout(this)),
      m_more(new QPushButton(this)),
      m_error(new QLabel(this))
{
    m_column->setContentsMargins(16, 12, 16, 8);
    m_column->setSpacing(8);
    m_more->setProperty("part", "link");
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_error->setProperty("part", "error");
    m_error->setObjectName(QStringLiteral("settingsError"));
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(m_chips);
    m_column->addWidget(m_error);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(16);
    foot->addWidget(m_more);
    foot->addStretch();
    foot->addWidget(m_keyNow = makeKey(true, this));
    foot->addWidget(m_keyNextRun = makeKey(false, this));
    m_column->addLayout(foot);
    m_column->addStretch();

    connect(m_chips, &PresetChips::picked, this, [this](const std::string& name) {
        m_refusal = nullptr;
        m_setup.applyPreset(name);
    });
    connect(m_more, &QPushButton::toggled, this, &SettingsPanel::arrange);
    connect(&m_setup, &Setup::chosen, this, &SettingsPanel::build);
    connect(&m_setup, &Setup::changed, this, &SettingsPanel::showValues);
    onLanguageChange(this, [this] { retranslate(); });
}

// Recreates the rows: their layout depends on their texts.
void SettingsPanel::retranslate()
{
    if (!m_setup.hasExperiment())
        return;
    const QString focused = rowWithFocus();
    makeRows();
    showValues();
    if (auto* row = focused.isEmpty() ? nullptr : m_rowsWidget->findChild<SettingRow*>(focused))
        row->takeFocus();
}

QString SettingsPanel::rowWithFocus() const
{
    for (const Group& group : m_groups)
        for (const SettingRow* row : group.rows)
            if (row->isAncestorOf(window()->focusWidget()))
                return row->objectName();
    return {};
}

void SettingsPanel::build()
{
    m_refusal = nullptr;
    makeRows();
    m_more->setChecked(false);
    showValues();
}

void SettingsPanel::makeRows()
{
    if (m_rowsWidget != nullptr) { // which may still receive the LanguageChange
        m_rowsWidget->hide();
        m_rowsWidget->setParent(nullptr);
        m_rowsWidget->deleteLater();
    }
    m_groups.clear();
    m_rowsWidget = new QWidget(this);
    m_rowsWidget->setLocale(QLocale()); // the window's may be outdated
    auto* rows = new QVBoxLayout(m_rowsWidget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    const auto& settings = m_setup.experiment().settings();
    // If there is nothing to set, only the reason is shown, not as an error.
    m_error->setProperty("part", settings.empty() ? "secondary" : "error");
    m_error->setIndent(settings.empty() ? 0 : -1); // -1: as usual
    m_error->style()->unpolish(m_error);
    m_error->style()->polish(m_error);
    m_error->setFrameStyle(m_error->frameStyle()); // reapplies the style's padding
    m_shownFirst = settingsShownFirst(m_setup.experiment(), kShown);
    m_chips->setPresets(m_setup.experiment().presets());
    m_chips->setVisible(!m_setup.experiment().presets().empty());
    for (const SettingGroup group : kGroups)
        addGroup(group);
    m_column->insertWidget(1, m_rowsWidget);
    m_rowsWidget->show(); // now, not on the next layout: its rows need the focus
    const bool hasMore = settings.size() > m_shownFirst.size();
    m_more->setVisible(hasMore);
    const auto isLive = [](const Setting* setting) { return setting->spec().live; };
    m_keyNow->setVisible(std::any_of(settings.begin(), settings.end(), isLive));
    m_keyNextRun->setVisible(!std::all_of(settings.begin(), settings.end(), isLive));
}

void SettingsPanel::addGroup(SettingGroup group)
{
    Group built;
    for (const Setting* setting : m_setup.experiment().settings()) {
        if (setting->spec().group != group)
            continue;
        if (built.rows.empty()) {
            auto* heading = new QLabel(groupTitle(group), m_rowsWidget);
            heading->setProperty("part", "heading");
            heading->setIndent(0);
            m_rowsWidget->layout()->addWidget(heading);
            built.heading = heading;
        }
        auto* row = new SettingRow(setting->spec(), m_rowsWidget);
        connect(row, &SettingRow::edited, this, [this](const std::string& name, const SettingValue& value) {
            const auto set = m_setup.set(name, value);
            showError(set ? Words()
                          : [this, text = set.error().text] { return inWords(text, m_setup.experiment()); });
        });
        connect(row, &SettingRow::corrected, this, &SettingsPanel::showError);
        connect(row, &SettingRow::resetAsked, this, [this](const std::string& name) {
            m_refusal = nullptr;
            m_setup.reset(name);
        });
        m_rowsWidget->layout()->addWidget(row);
        built.rows.push_back(row);
    }
    if (!built.rows.empty())
        m_groups.push_back(std::move(built));
}

void SettingsPanel::showError(const Words& sentence)
{
    m_refusal = sentence;
    showValues();
}

void SettingsPanel::showValues()
{
    if (m_rowsWidget == nullptr)
        return;
    m_chips->setCurrent(m_setup.preset(), m_setup.anyMoved());
    for (const Group& group : m_groups) {
        for (SettingRow* row : group.rows)
            row->show(m_setup.value(row->name()), m_setup.moved(row->name()));
    }
    const auto broken = m_setup.brokenRule();
    const QString sentence = broken      ? inWords(broken->text, m_setup.experiment())
                             : m_refusal ? m_refusal()
                                         : QString();
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    arrange();
}

void SettingsPanel::arrange()
{
    const bool all = m_more->isChecked();
    int hidden = 0;
    for (const Group& group : m_groups) {
        bool any = false;
        for (SettingRow* row : group.rows) {
            // Changed settings are always visible.
            const bool first = contains(m_shownFirst, row->name());
            const bool visible = all || first || m_setup.moved(row->name());
            row->setVisible(visible);
            any = any || visible;
            hidden += visible ? 0 : 1;
        }
        group.heading->setVisible(any);
    }
    m_more->setText(all ? tr("Less") : tr("More (%n)", "settings that are not shown", hidden));
    m_more->setAccessibleName(m_more->text());
    m_more->setToolTip(all ? tr("Show only the first settings") : tr("Show all settings"));
}

} // namespace threadscape
