#include "export/output_kinds.h"

#include "export/trace_files.h"
#include "lab/files/result_json.h"
#include "lab/kit/file_contents.h"
#include "text/texts.h"

#include <cstdio>
#include <ostream>

namespace threadscape {

namespace {

using Done = tl::expected<void, Error>;
using Target = OutputKind::Target;
using Holds = OutputKind::Holds;

Done writeResult(const FigureRequest& figure, const std::filesystem::path& path)
{
    const RunResult result = figure.run->result();
    const std::string json = resultJson(result, inWords(result.answer).toStdString());
    if (path != "-")
        return writeFile(path, [&](std::ostream& out) { out << json << '\n'; });
    std::fwrite(json.data(), 1, json.size(), stdout);
    std::fputc('\n', stdout);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return {};
    return tl::unexpected(Error{TS_TEXT("output", "The result could not be written to standard output.")});
}

Done writeRun(const FigureRequest& figure, const std::filesystem::path& path)
{
    return writeRecordingFile(path, *figure.run);
}

Done writeChrome(const FigureRequest& figure, const std::filesystem::path& path)
{
    return writeTraceFile(path, *figure.run);
}

Done writeTables(const FigureRequest& figure, const std::filesystem::path& path)
{
    return writeTraceTables(path, *figure.run);
}

template <FigureFormat kFormat>
Done writeFigureAs(const FigureRequest& figure, const std::filesystem::path& path)
{
    FigureRequest request = figure;
    request.path = path;
    request.format = kFormat;
    return writeFigure(request);
}

constexpr Template kAskFigure = TS_TEXT("output", "Save the figure");

constexpr OutputKind kKinds[] = {
    {.option = "--json",
     .ending = "",
     .target = Target::fileOrStandardOutput,
     .holds = Holds::data,
     .help = TS_TEXT("output", "the result as JSON; - is standard output"),
     .write = writeResult},
    {.option = "--trace",
     .ending = "tscape",
     .target = Target::file,
     .holds = Holds::data,
     .help = TS_TEXT("output", "the whole run, for threadscape open"),
     .entry = TS_TEXT("output", "Trace (.tscape)…"),
     .tip = TS_TEXT("output", "The whole run, to be opened here again"),
     .ask = TS_TEXT("output", "Save the run"),
     .trace = true,
     .write = writeRun},
    {.option = "--trace",
     .ending = "json",
     .target = Target::file,
     .holds = Holds::data,
     .help = TS_TEXT("output", "the same, for Perfetto or speedscope too"),
     .entry = TS_TEXT("output", "Trace as JSON…"),
     .tip = TS_TEXT("output", "The whole run, for Perfetto or speedscope, and to be opened here again"),
     .ask = TS_TEXT("output", "Save the trace"),
     .trace = true,
     .write = writeChrome,
     .remark = remarkOnTraceFile},
    {.option = "--csv",
     .ending = "",
     .target = Target::folder,
     .holds = Holds::data,
     .help = TS_TEXT("output", "the same as tables"),
     .entry = TS_TEXT("output", "Data as CSV…"),
     .tip = TS_TEXT("output", "Everything that was recorded, as tables in a folder"),
     .ask = TS_TEXT("output", "Save the tables in a folder"),
     .trace = true,
     .write = writeTables},
    {.option = "--png",
     .ending = "png",
     .target = Target::file,
     .holds = Holds::figure,
     .help = TS_TEXT("output", "the figure as a picture"),
     .entry = TS_TEXT("output", "Figure as PNG…"),
     .tip = TS_TEXT("output", "A picture, also for slides (Ctrl+S)"),
     .ask = kAskFigure,
     .key = int(Qt::CTRL) | int(Qt::Key_S),
     .write = writeFigureAs<FigureFormat::png>},
    {.option = "--svg",
     .ending = "svg",
     .target = Target::file,
     .holds = Holds::figure,
     .help = TS_TEXT("output", "the figure as lines and text that can be edited"),
     .entry = TS_TEXT("output", "Figure as SVG…"),
     .tip = TS_TEXT("output", "Lines and text that can be edited"),
     .ask = kAskFigure,
     .write = writeFigureAs<FigureFormat::svg>},
    {.option = "--pdf",
     .ending = "pdf",
     .target = Target::file,
     .holds = Holds::figure,
     .help = TS_TEXT("output", "the figure for print"),
     .entry = TS_TEXT("output", "Figure as PDF…"),
     .tip = TS_TEXT("output", "For print"),
     .ask = kAskFigure,
     .write = writeFigureAs<FigureFormat::pdf>},
    {.option = "--screenshot",
     .ending = "",
     .target = Target::file,
     .holds = Holds::window,
     .help = TS_TEXT("output", "the whole window as PNG"),
     .write = nullptr},
};

} // namespace

std::span<const OutputKind> outputKinds()
{
    return kKinds;
}

QString OutputKind::argument() const
{
    switch (target) {
    case Target::folder: return inWords(TS_TEXT("output", "DIR"));
    case Target::fileOrStandardOutput: return inWords(TS_TEXT("output", "FILE")) + QStringLiteral("|-");
    case Target::file: break;
    }
    // If endings distinguish kinds of one option, the file must have one of them.
    const bool told = std::ranges::count(outputKinds(), std::string_view(option), [](const OutputKind& kind) {
                          return std::string_view(kind.option);
                      }) > 1;
    const QString file = inWords(TS_TEXT("output", "FILE"));
    return told ? file + u'.' + QLatin1StringView(ending) : file;
}

} // namespace threadscape
