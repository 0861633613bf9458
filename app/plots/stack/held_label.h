#pragma once

#include "plots/style/theme.h"

#include <QLabel>
#include <optional>

namespace threadscape {

/// At which moment the view is held, in the upper right corner. Threads: the GUI thread.
class HeldLabel final : public QLabel {
public:
    explicit HeldLabel(QWidget* parent);

    void setTheme(const Theme& theme);
    /// Nothing: it is not.
    void show(std::optional<std::int64_t> atNs);

private:
    Theme m_theme;
};

} // namespace threadscape
