#pragma once

#include "text/language_change.h"

#include <QLabel>
#include <QToolButton>
#include <QWidget>

#include <cstdint>
#include <vector>

namespace threadscape {

/// One line, or as many as it takes, that says what went wrong and what to do next; hidden while nothing is wrong. The last
/// of several stands there, the one before comes back when that is over: they never pile up. The user can close it.
class ProblemLine final : public QWidget {
    Q_OBJECT

public:
    /// What a problem is about: a later one about the same takes its place.
    enum class About : std::uint8_t { recording, file, appState, run, standstill };

    explicit ProblemLine(QWidget* parent = nullptr);

    /// No sentence: that is over.
    void set(About about, const Words& sentence);
    QString sentence() const { return m_open.empty() ? QString() : m_open.back().sentence(); }

signals:
    /// The user has read it and wants to see no more of it.
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
