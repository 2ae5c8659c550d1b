#include "payments/pain001/files.hpp"

#include "payments/pain001/codes.hpp"
#include "payments/pain001/ids.hpp"

#include <algorithm>
#include <tuple>

namespace saldo::payments::pain001 {

namespace {

using Group = std::span<const Run_line>;

auto order_of(const Run_line& line) {
    return std::tie(line.profile, line.dossier, line.debtor.account, line.execution,
                    line.transfer.end_to_end_id);
}

bool is_of_block(const Run_line& a, const Run_line& b) {
    return a.profile == b.profile && a.dossier == b.dossier && a.debtor == b.debtor &&
           a.execution == b.execution;
}

Money group_total(Group group) {
    Money sum = Money::zero();
    for (const Run_line& line : group) {
        sum += line.transfer.amount;
    }
    return sum;
}

/// What fits into a file of a profile that holds so much already.
bool has_room(const Profile& profile, std::size_t count, Money total) {
    return count <= profile.payments_max && (!profile.total_max || total <= *profile.total_max);
}

class Layout {
public:
    Layout(std::string_view run, std::span<const Profile> profiles)
        : run_(run), profiles_(profiles) {}

    /// The payments of one debtor account on one date.
    Result<Done> add(Group group) {
        if (has_room(profiles_[group.front().profile], group.size(), group_total(group))) {
            return add_whole(group);
        }
        for (std::size_t at = 0; at < group.size(); ++at) {
            if (const auto added = add_whole(group.subspan(at, 1)); !added) {
                return added;
            }
        }
        return Done();
    }

    std::vector<File> take() { return std::move(files_); }

private:
    /// The file of today that takes the whole group, a new one if need be.
    Result<Done> add_whole(Group group) {
        const Run_line& first = group.front();
        const Profile& profile = profiles_[first.profile];
        const Money sum = group_total(group);
        if (!has_room(profile, group.size(), sum)) {
            return refuse(above_file_limit, {{"id", first.transfer.end_to_end_id},
                                             {"profile", profile.name},
                                             {"stated", money::format(sum)},
                                             {"allowed", money::format(*profile.total_max)}});
        }
        const bool is_other = files_.empty() || files_.back().profile != first.profile;
        if (is_other || !has_room(profile, count_ + group.size(), total_ + sum)) {
            if (const auto opened = open_file(first.profile); !opened) {
                return opened;
            }
        }
        if (!continues_block(first)) {
            if (const auto opened = open_block(first, profile); !opened) {
                return opened;
            }
        }
        for (const Run_line& line : group) {
            files_.back().blocks.back().transfers.push_back(line.transfer);
        }
        previous_ = &group.back();
        count_ += group.size();
        total_ += sum;
        return Done();
    }

    [[nodiscard]] bool continues_block(const Run_line& line) const {
        return !files_.back().blocks.empty() && is_of_block(*previous_, line);
    }

    Result<Done> open_file(std::size_t profile) {
        auto id = message_id(run_, files_.size() + 1);
        if (!id) {
            return refuse(id.error());
        }
        files_.push_back({*std::move(id), profile, {}});
        count_ = 0;
        total_ = Money::zero();
        return Done();
    }

    Result<Done> open_block(const Run_line& line, const Profile& profile) {
        File& file = files_.back();
        auto id = block_id(file.id, file.blocks.size() + 1);
        if (!id) {
            return refuse(id.error());
        }
        const Debtor& debtor = line.debtor;
        file.blocks.push_back({.id = *std::move(id),
                               .execution = line.execution,
                               .debtor_name = debtor.name,
                               .debtor_account = debtor.account,
                               .debtor_bank = debtor.bank,
                               .debtor_address = debtor.address,
                               .batch_booking = profile.batch_booking,
                               .category_purpose = profile.category_purpose,
                               .transfers = {}});
        return Done();
    }

    std::string_view run_;
    std::span<const Profile> profiles_;
    std::vector<File> files_;
    const Run_line* previous_ = nullptr;
    std::size_t count_ = 0;       ///< in the last file
    Money total_ = Money::zero(); ///< of the last file
};

} // namespace

Result<std::vector<File>>
make_files(std::string_view run, std::vector<Run_line> lines, std::span<const Profile> profiles) {
    std::ranges::sort(
        lines, [](const Run_line& a, const Run_line& b) { return order_of(a) < order_of(b); });
    Layout layout(run, profiles);
    for (auto first = lines.begin(); first != lines.end();) {
        const auto last = std::find_if(
            first, lines.end(), [&](const Run_line& line) { return !is_of_block(*first, line); });
        if (const auto added = layout.add(Group(first, last)); !added) {
            return refuse(added.error());
        }
        first = last;
    }
    return layout.take();
}

} // namespace saldo::payments::pain001
