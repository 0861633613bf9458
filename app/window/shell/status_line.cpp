#include "window/shell/status_line.h"

#include "os/machine.h"
#include "os/scheduler_source.h"
#include "text/finding_words.h"
#include "text/texts.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <climits>

namespace threadscape {

namespace {

QString timeInWords(const Run& run)
{
    const double elapsedS = static_cast<double>(run.elapsedNs()) / 1e9;
    const double plannedS = run.plannedSeconds();
    if (run.finished())
        return endInWords(run.outcome(), run.elapsedNs());
    const QString elapsed = QLocale().toString(elapsedS, 'f', 1);
    return plannedS > 0 ? StatusLine::tr("%1 s of %2").arg(elapsed, numberInWords(plannedS))
                        : StatusLine::tr("%1 s").arg(elapsed);
}

int countOf(const Catalogue& catalogue, TrackKind kind)
{
    int count = 0;
    for (std::size_t i = 0; i < catalogue.tracks(); ++i)
        count += catalogue.track(static_cast<TrackId>(i)).kind == kind ? 1 : 0;
    return count;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_time(new QLabel(this)),
      m_threads(new QLabel(this)),
      m_account(new QLabel(this)),
      m_load(new LoadLight(this)),
      m_note(new ElidedLabel(this)),
      m_problem(new ProblemLine(this)),
      m_cores(readMachine().cores)
{
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    m_account->setObjectName(QStringLiteral("account"));
    m_account->setProperty("part", "quiet");
    m_account->hide();
    m_note->setObjectName(QStringLiteral("note"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(24);
    row->addWidget(m_time);
    row->addWidget(m_threads);
    row->addWidget(m_account);
    row->addWidget(m_note, 1);
    row->addWidget(m_load);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addLayout(row);
    connect(m_problem, &ProblemLine::closed, this, [this](ProblemLine::About about) {
        m_lossesRead = m_lossesRead || about == ProblemLine::About::recording;
    });
    clearRun();
}

void StatusLine::show(const Run& run)
{
    m_load->setVisible(run.finished());
    m_time->setText(timeInWords(run));
    // As wide as its longest text so far: the layout must not jitter as the time changes.
    m_time->setMinimumWidth(std::max(m_time->minimumWidth(), m_time->sizeHint().width()));
    const auto trace = run.trace();
    const int machineCores = run.cores();
    const QString cores = tr("%n cores", nullptr, machineCores);
    const int processes = countOf(trace->catalogue(), TrackKind::process);
    const int tasks = countOf(trace->catalogue(), TrackKind::task);
    // The main thread counts if it runs tasks: else it usually has no lane either.
    const int threads = countOf(trace->catalogue(), TrackKind::thread) + (tasks > 0 ? 1 : 0);
    QStringList parts;
    if (tasks > 0)
        parts << tr("%Ln tasks", nullptr, tasks);
    if (processes > 0)
        parts << tr("%n processes", nullptr, processes);
    if (threads > 0 || parts.isEmpty())
        parts << tr("%n threads", nullptr, threads);
    QString who = parts.takeFirst();
    if (!parts.isEmpty()) {
        const QString last = parts.takeLast();
        for (const QString& part : parts)
            who = tr("%1, %2", "8 tasks, 2 processes").arg(who, part);
        who = tr("%1 and %2", "4 processes and 2 threads").arg(who, last);
    }
    // The machine of a foreign trace is not known.
    m_threads->setText(machineCores > 0 ? tr("%1 on %2", "15 threads on 2 cores").arg(who, cores) : who);
    showAccount(run);
    showLosses(*trace);
}

// The source of the records of who had a core: shown if it is not the best one.
void StatusLine::showAccount(const Run& run)
{
    const auto trace = run.trace();
    if (m_accountOf != trace.get()) { // cached: computed once per trace
        m_accountOf = trace.get();
        const RunResult result = run.result();
        m_advice = result.schedulerAdvice;
        m_byClocks = result.schedulerSource == schedulerSourceName(SchedulerSource::Kind::clocks);
    }
    m_account->setVisible(m_byClocks);
    if (!m_byClocks)
        return;
    m_account->setText(tr("time without a core from CPU clocks"));
    m_account->setToolTip(m_advice.empty()
                              ? tr("Who ran on which core, and when, is not known: each thread's CPU "
                                   "clock is read every 10 ms.")
                              : inWords(m_advice));
}

void StatusLine::showLosses(const Trace& trace)
{
    if (m_lossesRead)
        return;
    if (const Words words = lossesInWords(trace))
        m_problem->set(ProblemLine::About::recording, words);
}

Words StatusLine::lossesInWords(const Trace& trace)
{
    const auto count = [](std::uint64_t n) { return static_cast<int>(std::min<std::uint64_t>(n, INT_MAX)); };
    if (const auto lost = trace.lost(); lost > 0)
        return [n = count(lost)] {
            return tr("%n events were lost: they came faster than they could be recorded. They are hatched "
                      "in the picture; lock totals and findings count them all. Longer pauses lose none.",
                      nullptr, n);
        };
    if (const auto lost = trace.switchesLost(); lost > 0)
        return [n = count(lost)] {
            return tr("%n switches between threads were lost: the system could not keep them. Near them it "
                      "is not certain who had a core. Fewer switches lose none.",
                      nullptr, n);
        };
    if (const auto thinned = trace.thinned(); thinned > 0)
        return [n = count(thinned)] {
            return tr("Of %n older spans only the totals are left: the recording is as large as it may be. "
                      "A shorter run keeps them all.",
                      nullptr, n);
        };
    return {};
}

void StatusLine::setWarnings(const std::vector<Text>& warnings)
{
    if (warnings == m_warnings)
        return;
    m_warnings = warnings;
    // The first: actual standstills precede possible ones.
    m_problem->set(
        ProblemLine::About::standstill,
        warnings.empty() ? Words() : [first = warnings.front()] { return inWords(first); });
}

void StatusLine::clearRun()
{
    showReady();
    setWarnings({});
    m_problem->set(ProblemLine::About::recording, {});
    setFileProblem({});
    m_lossesRead = false;
}

void StatusLine::showReady()
{
    m_time->setText(tr("Ready"));
    m_time->setMinimumWidth(0);
    m_threads->setText(tr("%n cores", nullptr, m_cores));
    m_load->setVisible(true);
    m_accountOf = nullptr;
    m_account->hide();
}

void StatusLine::setNote(const QString& note)
{
    m_note->setWords(note);
}

} // namespace threadscape
