#include "lab/kit/why_no_page.h"

#include "async/http_page.h"
#include "async/timeout.h"

#include <system_error>

namespace threadscape {

std::string whyNoPage()
{
    try {
        throw;
    } catch (const NoPage& reason) {
        return reason.text().english();
    } catch (const TimedOut& reason) {
        return reason.text().english();
    } catch (const std::system_error& reason) {
        return reason.what();
    }
}

} // namespace threadscape
