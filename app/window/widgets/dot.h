#pragma once

#include <QWidget>

namespace threadscape {

/// A small dot: filled for live settings, a ring for those applied to the next run.
class Dot final : public QWidget {
    Q_OBJECT

public:
    explicit Dot(bool full, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_full;
};

} // namespace threadscape
