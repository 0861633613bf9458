#include "command_line/outputs.h"

#include "command_line/console.h"
#include "export/figure.h"
#include "export/output_file.h"
#include "export/trace_files.h"
#include "lab/result_json.h"
#include "text/texts.h"
#include "window/screenshot.h"

#include <array>
#include <ostream>

namespace threadscape {

namespace {

using Done = tl::expected<void, Error>;

constexpr QSize kFigureSize(1600, 900);
constexpr QSize kScreenshotSize(1440, 900);

Done writeJson(const OutputPaths& outputs, const RunResult& result)
{
    const std::string json = resultJson(result, inWords(result.answer).toStdString());
    if (!outputs.jsonToStandardOutput())
        return writeFile(*outputs.json, [&](std::ostream& out) { out << json << '\n'; });
    std::fwrite(json.data(), 1, json.size(), stdout);
    std::fputc('\n', stdout);
    if (!flushed(stdout))
        return tl::unexpected(
            Error{TS_TEXT("output", "The result could not be written to standard output.")});
    return {};
}

FigureRequest figureOf(const Command& command, const Runner& runner,
                       const std::shared_ptr<const Experiment>& experiment, const RunResult& result)
{
    FigureRequest request;
    request.size = command.size.value_or(kFigureSize);
    request.theme = command.dark ? Theme::dark() : Theme::light();
    request.run = {runner.trace(), experiment, runner.plannedSeconds(), result.machine.cores, result};
    request.view = ViewState::atFirst(experiment->plots());
    if (command.window) {
        request.view.following = false;
        request.view.window = *command.window;
    }
    return request;
}

} // namespace

Done checkOutputs(const OutputPaths& outputs)
{
    for (const auto* path :
         {&outputs.json, &outputs.trace, &outputs.png, &outputs.svg, &outputs.pdf, &outputs.screenshot}) {
        if (!*path || **path == QLatin1String("-"))
            continue;
        if (auto checked = checkFile(**path); !checked)
            return checked;
    }
    return outputs.csv ? checkFolder(*outputs.csv) : Done();
}

std::vector<Error> writeOutputs(const Command& command, const OpenedRun& run, const RunResult& result)
{
    const std::shared_ptr<Runner>& runner = run.runner;
    const OutputPaths& outputs = command.outputs;
    std::vector<Error> failures;
    const auto note = [&](const Done& done) {
        if (!done)
            failures.push_back(done.error());
    };
    if (outputs.json)
        note(writeJson(outputs, result));
    if (outputs.trace)
        note(outputs.trace->endsWith(QLatin1String(".tscape"))
                 ? writeRecordingFile(*outputs.trace, recordingOf(*runner))
                 : writeTraceFile(*outputs.trace, recordingOf(*runner)));
    if (outputs.csv)
        note(writeTraceTables(*outputs.csv, recordingOf(*runner)));
    const std::shared_ptr<const Experiment> experiment(runner, &runner->experiment());
    const std::array<std::pair<const std::optional<QString>*, FigureFormat>, 3> figures{
        {{&outputs.png, FigureFormat::png},
         {&outputs.svg, FigureFormat::svg},
         {&outputs.pdf, FigureFormat::pdf}}};
    for (const auto& [path, format] : figures) {
        if (!*path)
            continue;
        FigureRequest request = figureOf(command, *runner, experiment, result);
        request.path = **path;
        request.format = format;
        note(writeFigure(request));
    }
    if (outputs.screenshot)
        note(writeScreenshot(*outputs.screenshot, command.size.value_or(kScreenshotSize),
                             command.dark ? Scheme::dark : Scheme::light, run, command.window));
    return failures;
}

} // namespace threadscape
