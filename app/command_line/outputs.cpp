#include "command_line/outputs.h"

#include "command_line/console.h"
#include "command_line/room_to_paint.h"
#include "export/figure.h"
#include "export/writable.h"
#include "window/shell/screenshot.h"

namespace threadscape {

namespace {

using Done = tl::expected<void, Error>;

constexpr QSize kFigureSize(1600, 900);
constexpr QSize kScreenshotSize(1440, 900);

FigureRequest figureOf(const Command& command, const std::shared_ptr<const Run>& run)
{
    FigureRequest request;
    request.size = command.size.value_or(kFigureSize);
    request.theme = command.dark ? Theme::dark() : Theme::light();
    request.run = run;
    request.view = ViewState::atFirst(run->experiment().plots());
    if (command.window) {
        request.view.following = false;
        request.view.window = *command.window;
    }
    return request;
}

// Whether the requested window overlaps the run.
bool shows(const Command& command, const Run& run)
{
    return !command.window || command.window->fromNs < run.elapsedNs();
}

Error beyond(const Command& command, const Run& run)
{
    return Error{
        Text(TS_TEXT("output", "The figure was not drawn: --window begins at %1, and the run took %2."))
            .arg(DurationArg{command.window->fromNs})
            .arg(DurationArg{run.elapsedNs()})};
}

} // namespace

Done checkOutputs(const OutputFiles& outputs)
{
    for (const auto& [kind, path] : outputs.files) {
        if (path == "-")
            continue;
        const Done checked = kind->target == OutputKind::Target::folder ? checkFolder(path) : checkFile(path);
        if (!checked)
            return checked;
    }
    return {};
}

Done checkOutputs(const OutputFiles& outputs, const Run& run)
{
    const auto reason = run.unsavable();
    const bool asked = std::ranges::any_of(outputs.files, [](const auto& file) { return file.kind->trace; });
    return reason && asked ? Done(tl::unexpected(Error{*reason})) : Done();
}

Written writeOutputs(const Command& command, const OpenedRun& opened)
{
    const Run& run = *opened.run;
    const FigureRequest figure = figureOf(command, opened.run);
    Written written;
    for (const auto& [kind, path] : command.outputs.files) {
        const bool painted = kind->holds != OutputKind::Holds::data;
        // Of the run something may be left that needs it.
        const Done room = painted ? checkRoomToPaint() : Done();
        const Done done =
            !room                             ? room
            : painted && !shows(command, run) ? tl::unexpected(beyond(command, run))
            : kind->write != nullptr
                ? kind->write(figure, path)
                : writeScreenshot(path, command.size.value_or(kScreenshotSize),
                                  command.dark ? Scheme::dark : Scheme::light, opened, command.window);
        if (!done)
            written.failures.push_back(done.error());
        else if (const Text remark = kind->remark != nullptr ? kind->remark(path) : Text(); !remark.empty())
            written.remarks.push_back(remark);
    }
    return written;
}

void sayOf(const Written& written)
{
    for (const Error& failure : written.failures)
        say(stderr, failure.text);
    for (const Text& remark : written.remarks)
        say(stderr, remark);
}

} // namespace threadscape
