#pragma once

#include "plots/style/theme.h"

#include <QLabel>
#include <optional>

namespace threadscape {

/// Shows at which moment the view is frozen, in the upper right corner. Threads: the GUI thread.
class HeldLabel final : public QLabel {
public:
    explicit HeldLabel(QWidget* parent);

    void setTheme(const Theme& theme);
    /// nullopt: hides it.
    void show(std::optional<std::int64_t> atNs);

private:
    Theme m_theme;
};

} // namespace threadscape
