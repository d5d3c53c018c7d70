// SPDX-License-Identifier: GPL-3.0-or-later
// Builds logs of right and wrong frames, with every checksum and tag that should fit, or takes any
// bytes for one: the audit may not crash, must count the good frames as they are, and must not call
// a log whole that has lost one.
#include "core/storage/encrypted/WalAudit.h"
#include "core/storage/encrypted/WalCipher.h"
#include "tests/fuzz/Demand.h"
#include "tests/fuzz/Input.h"

#include <QBuffer>

#include <algorithm>
#include <cstring>
#include <vector>

using namespace edupro::storage::encrypted;
using namespace edupro::tests;

namespace {

constexpr Salt ownSalt{9, 8, 7, 6, 5, 4, 3, 2};
constexpr Salt olderSalt{9, 8, 7, 5, 1, 1, 1, 1};
constexpr qsizetype mostFrames = 12;

/// What is wrong with a frame.
enum class Fault { None, Checksum, OlderSalt, NoSalt, NoPage, OtherPlace, OpenHeader, Byte };
constexpr int faults = 8;

struct Frame {
    Fault fault = Fault::None;
    bool isCommit = false;
};

struct Sum {
    bool bigEndian = false; ///< as the machine that wrote the log
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(const Byte* bytes, std::size_t count)
    {
        for (std::size_t i = 0; i < count; i += 8) { // SQLite file format, section 4.2
            first += word(bytes + i) + second;
            second += word(bytes + i + 4) + first;
        }
    }
    std::uint32_t word(const Byte* from) const
    {
        if (bigEndian) return loadWord(from);
        const Byte turned[]{from[3], from[2], from[1], from[0]};
        return loadWord(turned);
    }
    void store(Byte* to) const
    {
        storeWord(to, first);
        storeWord(to + 4, second);
    }
};

Byte* at(QByteArray& log, qsizetype offset)
{
    return reinterpret_cast<Byte*>(log.data()) + offset;
}

const FileKeys& keys()
{
    static const FileKeys made = [] {
        edupro::security::SecretBytes key(32);
        std::fill_n(key.data(), 32, Byte{7});
        return FileKeys::derive(key, {1, 2, 3, 4, 5, 6, 7, 8});
    }();
    return made;
}

/// Writes a log as SQLite and the file layer do, but for the faults it is asked for.
class LogMaker {
public:
    LogMaker(const FileKeys* with, bool bigEndian)
        : m_keys(with)
        , m_log(static_cast<qsizetype>(walHeaderSize), '\0')
    {
        Byte* header = at(m_log, 0);
        m_sum.bigEndian = bigEndian;
        storeWord(header, bigEndian ? 0x377F'0683 : 0x377F'0682);
        storeWord(header + 4, 3'007'000);
        storeWord(header + 8, pageSize);
        std::memcpy(header + 16, ownSalt.data(), ownSalt.size());
        m_sum.add(header, 24);
        m_sum.store(header + 24);
    }

    void add(const Frame& wanted, Input& input)
    {
        Byte page[pageSize]{};
        std::memset(page, static_cast<int>('a' + m_frames), sealedSize);
        Byte frame[frameHeaderSize]{};
        storeWord(frame, wanted.fault == Fault::NoPage ? 0 : m_frames + 1);
        storeWord(frame + 4, wanted.isCommit ? mostFrames : 0);
        if (wanted.fault != Fault::NoSalt) {
            const Salt& salt = wanted.fault == Fault::OlderSalt ? olderSalt : ownSalt;
            std::memcpy(frame + 8, salt.data(), salt.size());
        }
        m_sum.add(frame, 8);
        m_sum.add(page, pageSize);
        if (wanted.fault == Fault::Checksum) ++m_sum.second;
        m_sum.store(frame + 16);
        m_log.append(static_cast<qsizetype>(frameSize), '\0');
        Byte* stored = at(m_log, m_log.size() - static_cast<qsizetype>(frameSize));
        std::memcpy(stored, frame, frameHeaderSize);
        std::memcpy(stored + frameHeaderSize, page, pageSize);
        if (m_keys) seal(wanted, stored);
        if (wanted.fault == Fault::Byte) {
            QByteArray last = m_log.right(static_cast<qsizetype>(frameSize));
            damage(last, input);
            m_log.replace(m_log.size() - last.size(), last.size(), last);
        }
        ++m_frames;
    }

    QByteArray log() const { return m_log; }

private:
    void seal(const Frame& wanted, Byte* stored)
    {
        WalCipher cipher(*m_keys);
        const std::uint32_t place = m_frames + (wanted.fault == Fault::OtherPlace ? 1 : 0);
        Byte page[pageSize];
        std::memcpy(page, stored + frameHeaderSize, pageSize);
        const bool sealedPage =
            cipher.sealPage(ownSalt, place, page, stored + frameHeaderSize, wanted.isCommit);
        const bool sealedHeader = wanted.fault == Fault::OpenHeader ||
                                  cipher.sealHeader(ownSalt, m_frames, stored, stored);
        demand(sealedPage && sealedHeader, "a frame is sealed");
    }

    const FileKeys* m_keys;
    QByteArray m_log;
    Sum m_sum;
    std::uint32_t m_frames = 0;
};

WalFinding audit(QByteArray log, const FileKeys* with)
{
    QBuffer buffer(&log);
    buffer.open(QIODevice::ReadOnly);
    const WalFinding found = auditWal(buffer, with);
    demand(found.good <= found.frames, "no more frames are good than there are");
    demand(found.lostCommits <= found.frames - found.good, "lost commits are behind the good ones");
    demand(found.state != WalState::Tail || found.lostCommits <= 1, "a tail is one transaction");
    return found;
}

/// Faults that a log of a plain file cannot have.
bool isOfEncryption(Fault fault)
{
    return fault == Fault::OtherPlace || fault == Fault::OpenHeader;
}

std::vector<Frame> framesOf(Input& input, bool encrypted)
{
    std::vector<Frame> frames;
    for (qsizetype count = input.below(mostFrames); count > 0; --count) {
        const int wish = input.byte();
        Frame frame{.isCommit = (wish & 1) != 0};
        if (wish >= 128) frame.fault = static_cast<Fault>(wish / 2 % faults);
        if (!encrypted && isOfEncryption(frame.fault)) frame.fault = Fault::None;
        frames.push_back(frame);
    }
    return frames;
}

/// A commit whose tag is right is told from others, whatever is wrong around it.
bool isAuthenticCommit(const Frame& frame)
{
    return frame.isCommit && frame.fault != Fault::OtherPlace && frame.fault != Fault::Byte;
}

void judge(const std::vector<Frame>& frames, const WalFinding& found, bool encrypted)
{
    const auto wrong = std::find_if(frames.begin(), frames.end(), [](const Frame& frame) {
        return frame.fault != Fault::None;
    });
    demand(found.frames == frames.size(), "all frames are counted");
    demand(
        found.good == static_cast<std::size_t>(wrong - frames.begin()),
        "all frames before the first wrong one are good, and no other");
    if (wrong == frames.end())
        return demand(found.state == WalState::Whole, "a whole log is whole");
    const bool mayBeOlder = wrong->fault == Fault::OlderSalt || wrong->fault == Fault::Byte;
    demand(
        found.state != WalState::Whole || mayBeOlder,
        "only remains of an older log may follow a whole one");
    if (!encrypted) return;
    const auto lost =
        static_cast<std::size_t>(std::count_if(wrong, frames.end(), isAuthenticCommit));
    demand(found.lostCommits >= lost, "every lost commit that can be told is counted");
    demand(found.state == WalState::Damaged || lost <= 1, "two lost commits are damage");
    demand(found.state != WalState::Whole || lost == 0, "a log without a commit is not whole");
}

/// The same log without the end of its last frame, which is not counted any more.
void judgeTail(const QByteArray& log, const std::vector<Frame>& frames, const FileKeys* with)
{
    const WalFinding found = audit(log, with);
    demand(found.frames + 1 == frames.size(), "a part of a frame is none");
    const bool allFit = found.good == found.frames;
    const bool isOurs = frames.back().fault == Fault::None &&
                        log.size() % static_cast<qsizetype>(frameSize) >= 48; // with its salts
    if (allFit && isOurs) demand(found.state == WalState::Tail, "a frame cut short is a tail");
}

void judgeMadeLog(Input input, const FileKeys* with)
{
    const std::vector<Frame> frames = framesOf(input, with);
    LogMaker maker(with, input.flag());
    for (const Frame& frame : frames)
        maker.add(frame, input);
    QByteArray log = maker.log();
    judge(frames, audit(log, with), with);
    if (frames.empty()) return;
    (void)audit(log.left(input.below(log.size())), with);
    judgeTail(log.chopped(1 + input.below(frameSize - 1)), frames, with);
    const QByteArray before = log;
    damage(log, input);
    const WalFinding found = audit(log, with);
    // A last frame with foreign salts and no tag is an older log's.
    demand(
        found.state != WalState::Whole || found.good < found.frames,
        "a changed log is not taken for whole");
    QByteArray headless = before;
    headless[input.below(walHeaderSize)] ^= 1;
    demand(audit(headless, with).state == WalState::Damaged, "a log without a header is damaged");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Input input(data, size);
    (void)audit(input.all(), &keys());
    (void)audit(input.all(), nullptr);
    judgeMadeLog(input, &keys());
    judgeMadeLog(input, nullptr);
    return 0;
}
