#include "os/perf_switches.h"

#include "base/scoped_lock.h"
#include "os/clock.h"
#include "os/cpu_time.h"
#include "os/machine.h"
#include "os/poll.h"
#include "os/spawner.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <linux/perf_event.h>
#include <new>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace threadscape {

namespace {

// A ping-pong over two cores produces 700,000 records of 24 bytes a second; the reader may be some ms late.
constexpr std::size_t kRingBytes = std::size_t{1} << 20U;
constexpr std::size_t kLeastRingBytes = std::size_t{1} << 16U;
constexpr std::uint32_t kWakeBytes = 1U << 17U; // the reader is woken at this fill level

[[noreturn]] void refused(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

Descriptor openEvent(std::int32_t osId, int core)
{
    perf_event_attr attributes{};
    attributes.size = sizeof(attributes);
    attributes.type = PERF_TYPE_SOFTWARE;
    attributes.config = PERF_COUNT_SW_DUMMY; // only the records are needed, nothing is counted
    attributes.sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME;
    attributes.sample_id_all = 1;
    attributes.context_switch = 1;
    attributes.inherit = 1;
    attributes.exclude_kernel = 1;
    attributes.exclude_hv = 1;
    attributes.use_clockid = 1;
    attributes.clockid = CLOCK_MONOTONIC;
    attributes.watermark = 1;
    attributes.wakeup_watermark = kWakeBytes;
    Descriptor event(
        static_cast<int>(::syscall(SYS_perf_event_open, &attributes, osId, core, -1, PERF_FLAG_FD_CLOEXEC)));
    if (!event)
        refused("perf_event_open");
    return event;
}

} // namespace

PerfSwitches::Ring::Ring(const Descriptor& event, std::size_t dataBytes)
    : m_bytes(dataBytes + static_cast<std::size_t>(::sysconf(_SC_PAGESIZE))), m_dataBytes(dataBytes)
{
    m_memory = ::mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_SHARED, event.get(), 0);
    if (m_memory == MAP_FAILED) {
        m_memory = nullptr;
        refused("mmap");
    }
}

PerfSwitches::Ring::~Ring()
{
    if (m_memory != nullptr)
        ::munmap(m_memory, m_bytes);
}

PerfSwitches::Ring::Ring(Ring&& other) noexcept
    : m_memory(std::exchange(other.m_memory, nullptr)), m_bytes(other.m_bytes), m_dataBytes(other.m_dataBytes)
{
}

PerfSwitches::Ring& PerfSwitches::Ring::operator=(Ring&& other) noexcept
{
    std::swap(m_memory, other.m_memory);
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_dataBytes, other.m_dataBytes);
    return *this;
}

// Records are whole multiples of 8 bytes, and so is the ring: a word never wraps around its end.
template <typename T>
T PerfSwitches::Ring::load(std::uint64_t at) const noexcept
{
    static_assert(sizeof(T) <= 8);
    T value{};
    const auto* const data = static_cast<const std::byte*>(m_memory) + (m_bytes - m_dataBytes);
    std::memcpy(&value, data + at % m_dataBytes, sizeof(value));
    return value;
}

void PerfSwitches::Ring::read(std::int16_t core, Told& told) noexcept
{
    auto* const head = static_cast<perf_event_mmap_page*>(m_memory);
    const std::uint64_t end = std::atomic_ref(head->data_head).load(std::memory_order_acquire);
    std::uint64_t at = head->data_tail;
    while (at < end) {
        const auto header = load<perf_event_header>(at);
        if (header.size < sizeof(header))
            break;
        take(core, at, told);
        at += header.size;
    }
    std::atomic_ref(head->data_tail).store(end, std::memory_order_release);
}

void PerfSwitches::Ring::take(std::int16_t core, std::uint64_t at, Told& told) const noexcept
{
    constexpr std::uint64_t kWord = 8;
    const auto header = load<perf_event_header>(at);
    if (header.type == PERF_RECORD_LOST) {
        told.lost += load<std::uint64_t>(at + 2 * kWord); // after the header and the event's id
        return;
    }
    if (header.type != PERF_RECORD_SWITCH || header.size != 3 * kWord)
        return;
    struct Ids {
        std::uint32_t process;
        std::uint32_t thread;
    };
    SwitchRecord record;
    record.osId = static_cast<std::int32_t>(load<Ids>(at + kWord).thread);
    record.atNs = static_cast<std::int64_t>(load<std::uint64_t>(at + 2 * kWord));
    record.core = core;
    record.kind = (header.misc & PERF_RECORD_MISC_SWITCH_OUT) == 0           ? SwitchRecord::Kind::on
                  : (header.misc & PERF_RECORD_MISC_SWITCH_OUT_PREEMPT) != 0 ? SwitchRecord::Kind::offForced
                                                                             : SwitchRecord::Kind::offWaits;
    told.switches.push_back(record);
}

PerfSwitches::PerfSwitches() : m_wake(makeWakeDescriptor())
{
    std::int32_t spawner = 0;
    Spawner::instance().run([&] { spawner = threadOsId(); });
    std::size_t bytes = kRingBytes;
    for (const int number : usableCores()) {
        Core core;
        core.number = static_cast<std::int16_t>(number);
        core.event = openEvent(0, number);
        // Some users have a lower limit for locked memory.
        for (;; bytes /= 2) {
            try {
                core.ring = Ring(core.event, bytes);
                break;
            } catch (const std::system_error&) {
                if (bytes <= kLeastRingBytes)
                    throw;
            }
        }
        core.ofSpawner = openEvent(spawner, number);
        if (::ioctl(core.ofSpawner.get(), PERF_EVENT_IOC_SET_OUTPUT, core.event.get()) != 0)
            refused("PERF_EVENT_IOC_SET_OUTPUT");
        m_cores.push_back(std::move(core));
    }
    m_reader = std::thread([this] { readLoop(); });
}

PerfSwitches::~PerfSwitches()
{
    signalWake(m_wake.get());
    m_reader.join();
}

// Drains come at frame rate at the most, and less often during measurements: a ring that fills meanwhile is emptied here.
void PerfSwitches::readLoop()
{
    nameThread("scheduler");
    std::vector<pollfd> all{{m_wake.get(), POLLIN, 0}};
    for (const Core& core : m_cores)
        all.push_back({core.event.get(), POLLIN, 0});
    for (;;) {
        if (::poll(all.data(), all.size(), -1) < 0 && errno != EINTR)
            return;
        if (all.front().revents != 0)
            return;
        for (std::size_t i = 1; i < all.size(); ++i)
            if ((all[i].revents & (POLLHUP | POLLERR)) != 0)
                all[i].fd = -1; // the observed threads have ended
        const ScopedLock guard(m_mutex);
        try {
            readAllLocked();
        } catch (const std::bad_alloc&) {
            return; // drains read too, until they fail as well; what a full ring drops is counted
        }
    }
}

void PerfSwitches::readAllLocked()
{
    for (Core& core : m_cores)
        core.ring.read(core.number, m_told);
}

void PerfSwitches::drain(Told& told, bool last)
{
    // The cores' rings are read in turn. A thread may move from a core whose ring has been read to one whose ring has not, so
    // reporting ends at a moment before the first was read, and the rest is retained for the next drain.
    // The longest delay between a core's stamp and its write.
    constexpr std::int64_t kSlackNs = 20'000;
    const std::int64_t untilNs = monotonicNs() - kSlackNs;
    {
        const ScopedLock guard(m_mutex);
        readAllLocked();
        told = std::exchange(m_told, {});
        if (!last) {
            const auto later =
                std::stable_partition(told.switches.begin(), told.switches.end(),
                                      [&](const SwitchRecord& record) { return record.atNs <= untilNs; });
            m_told.switches.assign(later, told.switches.end());
            told.switches.erase(later, told.switches.end());
        }
    }
    told.untilNs = untilNs;
    std::ranges::stable_sort(told.switches, {}, &SwitchRecord::atNs);
}

} // namespace threadscape
