#include "window/tables/drawer.h"

#include "text/experiment_words.h"
#include "text/language_change.h"
#include "text/state_words.h"
#include "text/texts.h"
#include "view/lanes/lane_rows.h"
#include "view/series/marks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

namespace threadscape {

namespace {

using Cell = DataTable::Cell;

constexpr double kNoCode = 1e9;   // what has not ended sorts after all that has
constexpr double kNoCpuTime = -1; // a task has no CPU time of its own

Cell number(double value)
{
    return {QLocale().toString(value, 'f', 0), value, QString::number(value, 'f', 0)};
}

// Copied in seconds, whatever the displayed unit.
Cell duration(double ns)
{
    return {durationInWords(std::llround(ns)), ns, QString::number(ns * 1e-9, 'g', 9)};
}

Cell share(double value)
{
    return {QLocale().toString(100 * value, 'f', value < 0.0995 && value > 0 ? 1 : 0) + QStringLiteral(" %"),
            value, QString::number(value, 'g', 6)};
}

} // namespace

QString Drawer::kindInWords(TrackKind kind)
{
    switch (kind) {
    case TrackKind::process: return tr("process");
    case TrackKind::task: return tr("task");
    case TrackKind::thread:
    case TrackKind::core:
    case TrackKind::main: break;
    }
    return tr("thread");
}

Drawer::Drawer(QWidget* parent)
    : QWidget(parent),
      m_about(new QLabel(this)),
      m_pages(new QStackedWidget(this)),
      m_threads(new DataTable(m_pages)),
      m_locks(new DataTable(m_pages)),
      m_log(new QPlainTextEdit(m_pages)),
      m_futures(new TaskTable(m_pages)),
      m_cores(new DataTable(m_pages))
{
    setObjectName(QStringLiteral("drawer"));
    auto* strip = new QHBoxLayout;
    strip->setSpacing(4);
    for (int i = 0; i < kPages; ++i) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        const auto page = static_cast<Page>(i);
        connect(button, &QToolButton::clicked, this, [this, page] { toggle(page); });
        m_buttons.push_back(button);
        strip->addWidget(button);
    }
    m_about->setProperty("part", "quiet");
    strip->addSpacing(12);
    strip->addWidget(m_about, 1);

    auto* lockPage = new QWidget(m_pages);
    m_waits = new HistogramView(lockPage);
    m_holds = new HistogramView(lockPage);
    auto* row = new QHBoxLayout(lockPage);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_locks, 5);
    row->addWidget(m_waits, 1);
    row->addWidget(m_holds, 1);
    connect(m_locks, &DataTable::currentKeyChanged, this, &Drawer::showHistograms);

    m_log->setReadOnly(true);
    m_log->setFrameShape(QFrame::NoFrame);
    m_log->setTabChangesFocus(true);
    m_pages->addWidget(m_threads);
    m_pages->addWidget(lockPage);
    m_pages->addWidget(m_log);
    m_pages->addWidget(m_futures);
    m_pages->addWidget(m_cores);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(strip);
    column->addWidget(m_pages);
    openPage(std::nullopt);
    onLanguageChange(this, [this] { retranslate(); });
}

void Drawer::retranslate()
{
    const QString names[] = {tr("Threads"), tr("Locks"), tr("Log"), tr("Futures"), tr("Cores")};
    const QString toolTips[] = {tr("Each thread's time, by what it did (Ctrl+1)"),
                                tr("How often each lock was taken and waited for (Ctrl+2)"),
                                tr("What the experiment printed, and the settings that were moved (Ctrl+3)"),
                                tr("What became of each task of a pool (Ctrl+4)"),
                                tr("What became of each core's time (Ctrl+5)")};
    QWidget* const pages[] = {m_threads, m_locks, m_log, m_futures, m_cores};
    for (std::size_t i = 0; i < kPages; ++i) {
        m_buttons[i]->setText(names[i]);
        m_buttons[i]->setAccessibleName(names[i]);
        m_buttons[i]->setToolTip(toolTips[i]);
        pages[i]->setAccessibleName(names[i]);
    }
    m_notes = 0;
    m_log->clear();
    if (m_trace) { // also the hidden pages
        const auto snapshot = m_trace->snapshot();
        showThreads(*snapshot);
        showLocks(*snapshot);
        showLog();
        m_futures->show(*m_trace, *snapshot);
        showCores(*snapshot);
    }
    refresh();
}

QString Drawer::nameOfRun() const
{
    return m_pinned ? tr("Pinned run") : QString();
}

void Drawer::setTheme(const Theme& theme)
{
    m_waits->setTheme(theme);
    m_futures->setTheme(theme);
    m_holds->setTheme(theme);
    m_pages->setFixedHeight(qRound(theme.px(188)));
}

void Drawer::setRun(std::shared_ptr<const Run> run, bool pinned)
{
    m_run = std::move(run);
    m_trace = m_run ? m_run->trace() : nullptr;
    m_pinned = pinned;
    m_stretch.reset();
    m_notes = 0;
    m_log->clear();
    m_threads->setRowCount(0);
    m_locks->setRowCount(0);
    m_lockRows.clear();
    m_futures->clear();
    m_cores->setRowCount(0);
    refresh();
}

void Drawer::setStretch(std::optional<TimeWindow> stretch)
{
    m_stretch = stretch;
    refresh();
}

bool Drawer::offers(Page page) const
{
    if (page == Page::futures)
        return m_trace && hasTasks(*m_trace);
    return page != Page::cores || (m_trace && knowsCores(m_trace->catalogue()));
}

// The tables of futures and of cores are available when they have rows.
void Drawer::offerPages()
{
    for (const Page page : {Page::futures, Page::cores}) {
        const bool offered = offers(page);
        m_buttons[static_cast<std::size_t>(page)]->setVisible(offered);
        if (m_open == page && !offered && m_trace)
            openPage(std::nullopt);
    }
}

void Drawer::toggle(Page page)
{
    if (!offers(page))
        return;
    openPage(m_open == page ? std::nullopt : std::optional(page));
}

void Drawer::openPage(std::optional<Page> page)
{
    m_open = page;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(page && static_cast<std::size_t>(*page) == i);
    m_pages->setVisible(page.has_value());
    if (page)
        m_pages->setCurrentIndex(static_cast<int>(*page));
    refresh();
    emit toggled();
}

void Drawer::refresh()
{
    m_about->setText(nameOfRun());
    offerPages();
    if (!m_open)
        return;
    if (!m_trace) {
        m_about->setText(tr("There is no run yet."));
        return;
    }
    const auto snapshot = m_trace->snapshot();
    switch (*m_open) {
    case Page::threads: showThreads(*snapshot); break;
    case Page::locks: showLocks(*snapshot); break;
    case Page::log: showLog(); return;
    case Page::futures: m_futures->show(*m_trace, *snapshot); return;
    case Page::cores: showCores(*snapshot); break;
    }
    if (!m_stretch)
        return;
    const QString measured = tr("%1 measured, from %2 to %3")
                                 .arg(durationInWords(m_stretch->lengthNs()),
                                      durationInWords(m_stretch->fromNs), durationInWords(m_stretch->toNs));
    m_about->setText(m_pinned ? tr("%1: %2", "which run, what was measured").arg(nameOfRun(), measured)
                              : measured);
}

void Drawer::showThreads(const Snapshot& snapshot)
{
    const std::vector<ThreadRow> rows = threadRows(*m_trace, snapshot, m_stretch);
    std::array<bool, kStates> present{};
    for (const ThreadRow& row : rows)
        for (std::size_t s = 0; s < row.times.size(); ++s)
            present[s] = present[s] || row.times[s] > 0;
    // Columns of processes are hidden in a run without any.
    const bool processes = std::ranges::any_of(
        rows, [](const ThreadRow& row) { return row.kind == TrackKind::process || row.exitCode; });
    const bool tasks = std::ranges::find(rows, TrackKind::task, &ThreadRow::kind) != rows.end();
    QStringList headings{tr("Thread")};
    if (processes || tasks)
        headings << tr("Kind");
    headings << tr("Number") << tr("Now");
    if (processes)
        headings << tr("Exit code");
    headings << tr("CPU time");
    for (std::size_t s = 0; s < present.size(); ++s)
        if (present[s])
            headings << inWords(stateHeading(static_cast<State>(s), tasks));
    std::vector<DataTable::Line> lines;
    for (const ThreadRow& row : rows) {
        DataTable::Line line{row.track, {}};
        const QString name = nameInWords(row.name);
        line.cells.push_back(
            {row.daemon ? tr("%1 (daemon)").arg(name) : name, static_cast<double>(row.track)});
        if (processes || tasks)
            line.cells.push_back({kindInWords(row.kind), static_cast<double>(row.kind)});
        line.cells.push_back(
            {row.osId > 0 ? QString::number(row.osId) : QStringLiteral("–"), static_cast<double>(row.osId)});
        line.cells.push_back({row.alive ? tr("alive") : tr("ended"), row.alive ? 0.0 : 1.0});
        if (processes)
            line.cells.push_back(row.exitCode ? Cell{QLocale().toString(*row.exitCode),
                                                     static_cast<double>(*row.exitCode),
                                                     QString::number(*row.exitCode)}
                                              : Cell{{}, kNoCode});
        line.cells.push_back(row.kind == TrackKind::task ? Cell{QStringLiteral("–"), kNoCpuTime}
                                                         : duration(static_cast<double>(row.cpuNs)));
        for (std::size_t s = 0; s < present.size(); ++s)
            if (present[s])
                line.cells.push_back(duration(static_cast<double>(row.times[s])));
        lines.push_back(std::move(line));
    }
    m_threads->show(headings, lines);
}

void Drawer::showCores(const Snapshot& snapshot)
{
    std::vector<DataTable::Line> lines;
    for (const CoreRow& row : coreTableRows(*m_trace, snapshot, m_stretch)) {
        const CoreTime& time = row.time;
        const auto all = static_cast<double>(time.ownNs + time.otherNs + time.stolenNs + time.idleNs);
        DataTable::Line line{row.track, {{nameInWords(row.name), static_cast<double>(row.track)}}};
        for (const std::int64_t ns : {time.ownNs, time.otherNs, time.stolenNs, time.idleNs})
            line.cells.push_back(duration(static_cast<double>(ns)));
        line.cells.push_back(share(all > 0 ? static_cast<double>(time.ownNs) / all : 0));
        lines.push_back(std::move(line));
    }
    m_cores->show({tr("Core"), tr("This run"), tr("Other processes"), tr("Taken by the host"), tr("Idle"),
                   tr("This run's share")},
                  lines);
}

void Drawer::showLocks(const Snapshot& snapshot)
{
    m_lockRows = lockRows(*m_trace, snapshot, m_stretch);
    std::vector<DataTable::Line> lines;
    for (const LockRow& row : m_lockRows)
        lines.push_back({row.lock,
                         {{nameInWords(row.name), static_cast<double>(row.lock)},
                          {QString::fromLatin1(row.kind), 0},
                          number(static_cast<double>(row.acquisitions)),
                          number(static_cast<double>(row.contended)),
                          duration(row.waitMeanNs),
                          duration(row.waitP99Ns),
                          duration(row.waitMaxNs),
                          duration(row.holdTotalNs),
                          share(row.utilisation)}});
    m_locks->show({tr("Lock"), tr("Kind"), tr("Taken"), tr("Contended"), tr("Wait, mean"), tr("Wait, 99 %"),
                   tr("Wait, longest"), tr("Held"), tr("Utilisation")},
                  lines);
    if (m_lockRows.empty())
        m_about->setText(tr("This run has no locks."));
    showHistograms();
}

void Drawer::showHistograms()
{
    const int key = m_locks->currentKey();
    const auto chosen = std::ranges::find_if(m_lockRows, [&](const LockRow& row) { return row.lock == key; });
    const bool any = !m_lockRows.empty();
    m_waits->setVisible(any);
    m_holds->setVisible(any);
    if (!any)
        return;
    const LockRow& row = chosen != m_lockRows.end() ? *chosen : m_lockRows.front();
    const QString name = nameInWords(row.name);
    m_waits->show(tr("%1: waits").arg(name), row.waits, row.waitMaxNs, State::lock);
    m_holds->show(tr("%1: holds").arg(name), row.holds, static_cast<double>(row.holds.quantile(1)),
                  State::running);
}

void Drawer::showLog()
{
    const Catalogue& catalogue = m_trace->catalogue();
    const auto words = [&](ObjectId text) {
        const std::string_view found = catalogue.text(text);
        return QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size()));
    };
    for (const std::size_t count = m_trace->notes().size(); m_notes < count; ++m_notes) {
        const Note& note = m_trace->notes()[m_notes];
        const QString time = QLocale().toString(static_cast<double>(note.atNs) * 1e-9, 'f', 3);
        const QString who = nameInWords(catalogue.trackName(note.track));
        if (note.kind == Note::Kind::mark) {
            const SettingMark mark = settingMark(catalogue, note);
            m_log->appendPlainText(
                tr("%1 s  %2", "when, and which setting was moved")
                    .arg(time, moveInWords(m_run->experiment(), mark.setting, mark.before, mark.after)));
        } else {
            m_log->appendPlainText(tr("%1 s  %2: %3").arg(time, who, words(note.text)));
        }
    }
    if (m_notes == 0)
        m_about->setText(tr("Nothing was printed so far, and no setting was moved."));
}

} // namespace threadscape
