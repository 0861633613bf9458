// What a trace file or a Chrome trace may hold: what the reader accepts, the drawer can draw, and it can be written again.
#include "export/figure.h"
#include "fuzz/memory_file.h"
#include "lab/files/result_json.h"
#include "lab/run/open_run.h"
#include "lab/run/recording.h"

#include <QApplication>
#include <sstream>

namespace threadscape {
namespace {

void draw(const std::shared_ptr<const Run>& run)
{
    FigureRequest request;
    request.size = {640, 480};
    request.run = run;
    request.view = ViewState::atFirst(run->experiment().plots());
    figureImage(request);
    const std::int64_t third = run->elapsedNs() / 3;
    if (third == 0)
        return;
    request.theme = Theme::dark();
    request.view.following = false;
    request.view.window = {third, 2 * third};
    figureImage(request);
}

void writeAgain(const Run& run)
{
    const RunResult result = run.result();
    resultJson(result, result.answer.english());
    if (run.unsavable())
        return;
    std::ostringstream chrome;
    writeChromeTrace(recordingOf(run), chrome);
}

} // namespace
} // namespace threadscape

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    static QApplication application(*argc, *argv);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    using namespace threadscape;
    const MemoryFile file(bytes, count);
    const auto opened = openRun(file.path());
    if (!opened)
        return 0;
    draw(opened->run);
    writeAgain(*opened->run);
    return 0;
}
