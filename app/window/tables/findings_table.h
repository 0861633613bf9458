#pragma once

#include <QTableWidget>

#include "lab/findings.h"

namespace threadscape {

/// The findings of a run, a line each.
class FindingsTable final : public QTableWidget {
    Q_OBJECT

public:
    explicit FindingsTable(QWidget* parent = nullptr);

    void show(const Findings& findings);
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy() const;
};

} // namespace threadscape
