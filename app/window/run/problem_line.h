#pragma once

#include "text/language_change.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace threadscape {

/// Message of one or more lines: what went wrong and what to do next; hidden while nothing is wrong. Of several problems
/// the latest is shown, and the previous one again when that is over. The user can close it.
class ProblemLine final : public QWidget {
    Q_OBJECT

public:
    /// The subject of a problem: a later one with the same subject replaces it.
    enum class About : std::uint8_t { recording, file, appState, run, standstill };

    explicit ProblemLine(QWidget* parent = nullptr);

    /// Null `sentence`: the problem is over.
    void set(About about, const Words& sentence);
    QString sentence() const { return m_open.empty() ? QString() : m_open.back().sentence(); }

signals:
    /// The user has dismissed it.
    void closed(threadscape::ProblemLine::About about);

private:
    struct Problem {
        About about;
        Words sentence;
    };

    void close();
    void showLast();

    std::vector<Problem> m_open; // from the oldest to the last
    QLabel* m_label;
    QToolButton* m_close;
};

} // namespace threadscape
