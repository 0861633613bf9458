#pragma once

#include <QWidget>

namespace threadscape {

/// A small dot: full for what acts now, a ring for what waits until the next run.
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
