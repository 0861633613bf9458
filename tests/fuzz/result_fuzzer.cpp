// The result within a trace file.
#include "lab/files/recording_json.h"
#include "lab/files/result_json.h"

#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count)
{
    using namespace threadscape;
    if (const auto recording = readRecordingJson(std::string(reinterpret_cast<const char*>(bytes), count)))
        resultJson(recording->result, recording->result.answer.english());
    return 0;
}
