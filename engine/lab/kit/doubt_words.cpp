#include "lab/kit/doubt_words.h"

namespace threadscape {

Text doubtInWords(Doubt doubt, std::optional<double> others)
{
    switch (doubt) {
    case Doubt::others:
        return Text(TS_TEXT("judgement",
                            "Not resolved: other programs had %1 % of the cores meanwhile. Close "
                            "them, and run it again."),
                    NumberArg{100 * others.value_or(0), 0});
    case Doubt::tooFew:
        return TS_TEXT("judgement",
                       "Not resolved: measured once, nothing tells speed from chance. It takes two "
                       "rounds or more.");
    case Doubt::limit:
        return TS_TEXT("judgement",
                       "Not resolved: it came out faster than is possible, so something slowed down "
                       "what it is compared with. Run it again.");
    case Doubt::overlap:
    case Doubt::none: break;
    }
    return TS_TEXT("judgement",
                   "Not resolved: the measurements differ by more than what there is to gain. More "
                   "rounds may tell, or a quieter machine.");
}

} // namespace threadscape
