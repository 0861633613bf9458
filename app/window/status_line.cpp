#include "window/status_line.h"

#include "os/machine.h"
#include "text/finding_words.h"
#include "text/texts.h"

#include <QHBoxLayout>
#include <QLocale>

namespace threadscape {

namespace {

QString timeInWords(const Session& session)
{
    const double elapsedS = static_cast<double>(session.elapsedNs()) / 1e9;
    const double plannedS = session.plannedSeconds();
    if (!session.running())
        return endInWords(session.outcome(), session.elapsedNs());
    const QString elapsed = QLocale().toString(elapsedS, 'f', 1);
    return plannedS > 0 ? StatusLine::tr("%1 s of %2").arg(elapsed, numberInWords(plannedS))
                        : StatusLine::tr("%1 s").arg(elapsed);
}

int threadsOf(const Catalogue& catalogue)
{
    int threads = 0;
    for (std::size_t i = 0; i < catalogue.tracks(); ++i)
        threads += catalogue.track(static_cast<TrackId>(i)).kind == TrackKind::thread ? 1 : 0;
    return threads;
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_time(new QLabel(this)),
      m_threads(new QLabel(this)),
      m_note(new QLabel(this)),
      m_problem(new QLabel(this)),
      m_cores(readMachine().cores)
{
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    m_problem->setProperty("part", "problem");
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(24);
    row->addWidget(m_time);
    row->addWidget(m_threads);
    row->addWidget(m_note, 1);
    row->addWidget(m_problem);
    clearRun();
}

void StatusLine::show(const Session& session)
{
    m_time->setText(timeInWords(session));
    // As wide as its longest text so far: the line must not tremble while the time runs.
    m_time->setMinimumWidth(std::max(m_time->minimumWidth(), m_time->sizeHint().width()));
    const auto trace = session.trace();
    // A run from a file may come from another machine.
    const int machineCores = session.running() ? m_cores : session.result().machine.cores;
    const QString cores = tr("%n cores", nullptr, machineCores);
    m_threads->setText(tr("%1 on %2", "15 threads on 2 cores")
                           .arg(tr("%n threads", nullptr, threadsOf(trace->catalogue())), cores));
    if (const auto lost = trace->lost(); lost > 0)
        setProblem(
            tr("%n events could not be kept: hatched in the picture", nullptr, static_cast<int>(lost)));
}

void StatusLine::clearRun()
{
    m_time->setText(tr("Ready"));
    m_time->setMinimumWidth(0);
    m_threads->setText(tr("%n cores", nullptr, m_cores));
    setProblem({});
}

void StatusLine::setNote(const QString& note)
{
    m_note->setText(note);
}

void StatusLine::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace threadscape
