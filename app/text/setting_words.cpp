#include "text/setting_words.h"

#include "text/texts.h"

namespace threadscape {

QString inWords(const Text& sentence, const Experiment& experiment)
{
    Text labelled(sentence.form());
    for (const Text::Arg& arg : sentence.args()) {
        const auto* name = std::get_if<std::string>(&arg);
        const Setting* setting = name != nullptr ? experiment.setting(*name) : nullptr;
        if (setting != nullptr)
            std::move(labelled).arg(setting->spec().label); // appends an argument
        else
            std::move(labelled).arg(arg);
    }
    if (sentence.count())
        std::move(labelled).count(*sentence.count());
    return inWords(labelled);
}

} // namespace threadscape
