#include "window/shell/file_opener.h"

#include "base/scoped_lock.h"
#include "base/unique_lock.h"
#include "lab/files/settings_file.h"

#include <atomic>
#include <chrono>

namespace threadscape {

namespace {

std::atomic<bool> g_leftBehind{false};

} // namespace

FileOpener::~FileOpener()
{
    for (Reading& reading : m_readings)
        reading.thread.request_stop();
    constexpr std::chrono::milliseconds kPatience(
        50); // reading looks for a stop more often, sorting does not
    const auto until = std::chrono::steady_clock::now() + kPatience;
    for (Reading& reading : m_readings) {
        if (!reading.thread.joinable())
            continue;
        UniqueLock guard(reading.work->mutex);
        while (!reading.work->contents && reading.work->done.waitUntil(guard, until)) {
        }
        if (reading.work->contents)
            continue; // joined with the member
        reading.work->leftBehind = true;
        reading.thread.detach();
        g_leftBehind.store(true, std::memory_order_relaxed);
    }
}

bool FileOpener::leftBehind() noexcept
{
    return g_leftBehind.load(std::memory_order_relaxed);
}

void FileOpener::open(const QString& path)
{
    cancel();
    forgetDone();
    m_path = path;
    m_awaited = std::make_shared<Work>();
    emit reading(path);
    m_readings.push_back(
        {m_awaited, std::jthread([this, work = m_awaited, file = std::filesystem::path(path.toStdString())](
                                     const std::stop_token& stop) {
             Contents contents = contentsOf(file, stop);
             const ScopedLock guard(work->mutex);
             work->contents = std::move(contents);
             work->done.notify_all();
             if (!work->leftBehind)
                 QMetaObject::invokeMethod(this, "take", Qt::QueuedConnection);
         })});
}

FileOpener::Contents FileOpener::contentsOf(const std::filesystem::path& file, const std::stop_token& stop)
{
    if (isSettingsFile(file)) {
        auto settings = openSettings(file);
        return settings ? Contents(std::move(*settings)) : Contents(settings.error());
    }
    auto run = openRun(file, stop);
    return run ? Contents(std::move(*run)) : Contents(run.error());
}

void FileOpener::cancel()
{
    if (!m_awaited)
        return;
    m_awaited.reset();
    m_readings.back().thread.request_stop();
}

// Those whose threads have ended, or are about to.
void FileOpener::forgetDone()
{
    m_readings.remove_if([](Reading& reading) {
        const ScopedLock guard(reading.work->mutex);
        return reading.work->contents.has_value();
    });
}

void FileOpener::wait()
{
    if (m_awaited)
        m_readings.back().thread.join();
    take();
}

void FileOpener::take()
{
    if (!m_awaited)
        return;
    std::optional<Contents> taken;
    {
        const ScopedLock guard(m_awaited->mutex);
        if (!m_awaited->contents)
            return; // an older reading's call
        taken = m_awaited->contents;
    }
    m_awaited.reset();
    forgetDone();
    const Contents& contents = *taken;
    if (const auto* run = std::get_if<OpenedRun>(&contents))
        emit runOpened(*run, m_path);
    else if (const auto* settings = std::get_if<RunRequest>(&contents))
        emit settingsOpened(*settings, m_path);
    else
        emit failed(std::get<Error>(contents));
}

} // namespace threadscape
