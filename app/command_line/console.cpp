#include "command_line/console.h"

#include "command_line/terminal_text.h"
#include "export/output_kinds.h"
#include "lab/run/registry.h"
#include "text/finding_words.h"
#include "text/language.h"
#include "text/texts.h"

#include <QCoreApplication>
#include <algorithm>

namespace threadscape {

namespace {

// The help before and after the output options, which come from outputKinds().
const char* const kHelp = QT_TRANSLATE_NOOP("Help", R"(Threadscape, a laboratory for concurrency

threadscape                        opens the window
threadscape open FILE [options]    opens it with a run that was saved (.tscape),
                                   with a Chrome trace (.json), ours or anybody's,
                                   or with settings (.threadscape), not run
threadscape list [--json]          lists the experiments
threadscape run ID [options]       runs one without a window
threadscape --help | --version

Options of run:
  --preset NAME          the settings to begin with: notes, lecture, ...
  --set NAME=VALUE       changes one setting; may be repeated
  --seconds S            for how long; 0: until Ctrl-C
  --seed N               of all random numbers
  --speed X              divides every pause
  --change AT:NAME=VALUE changes a setting AT seconds after the start, if it acts while
                         the run goes on, or the speed (speed=X); may be repeated)");
const char* const kMoreHelp = QT_TRANSLATE_NOOP(
    "Help", R"(  --window FROM..TO      the stretch of figure or screenshot, in seconds; else all
  --size WIDTHxHEIGHT    of figure or screenshot, in pixels; a figure less than 800 wide
                         is for a page, less than 400 for half of one
  --theme light|dark     of figure or screenshot
From --json on, they are also options of open, which then writes these files and
shows no window.
With every command:
  --language %1       of all that is written or shown; the window remembers it
Every option may be written --name value or --name=value.

Exit codes: 0 done, 1 the experiment failed or a file could not be written,
2 bad usage, 130 interrupted (files asked for are still written).)");

struct Row {
    QString label;
    QString value;
};

void printTable(std::FILE* stream, const std::vector<Row>& rows)
{
    qsizetype width = 0;
    for (const Row& row : rows)
        width = std::max(width, row.label.size());
    for (const Row& row : rows)
        say(stream, QStringLiteral("  ") + row.label.leftJustified(width + 2) + terminalLine(row.value));
}

} // namespace

void say(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = terminalText(text).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

void say(std::FILE* stream, const Text& text)
{
    say(stream, terminalLine(inWords(text)));
}

void printResult(std::FILE* stream, const Run& run)
{
    say(stream, run.question());
    say(stream, run.answer());
    for (const Text& warning : run.warnings())
        say(stream, warning);
    say(stream, QString());
    std::vector<Row> rows;
    const Findings findings = run.findings();
    for (const Finding& finding : findings.all())
        rows.push_back({inWords(finding.label), valueInWords(finding)});
    printTable(stream, rows);
}

void printExperiments(std::FILE* stream)
{
    std::vector<Row> rows;
    for (const auto& experiment : makeExperiments())
        rows.push_back({QString::fromStdString(experiment->id()), inWords(experiment->question())});
    printTable(stream, rows);
}

void printHelp(std::FILE* stream)
{
    constexpr int kColumn = 25; // in which descriptions start
    say(stream, QCoreApplication::translate("Help", kHelp));
    for (const OutputKind& kind : outputKinds()) {
        const QString option =
            QStringLiteral("  %1 %2 ").arg(QLatin1StringView(kind.option), kind.argument());
        say(stream, option.leftJustified(kColumn) + inWords(kind.help));
    }
    QStringList codes;
    for (const LanguageRow& row : languages())
        codes << QLatin1StringView(row.code);
    say(stream, QCoreApplication::translate("Help", kMoreHelp).arg(codes.join(u'|')));
}

bool flushed(std::FILE* stream)
{
    return std::fflush(stream) == 0 && std::ferror(stream) == 0;
}

} // namespace threadscape
