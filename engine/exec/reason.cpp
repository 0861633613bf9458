#include "exec/reason.h"

namespace threadscape {

std::string reasonOf(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "it did not tell why";
    }
}

} // namespace threadscape
