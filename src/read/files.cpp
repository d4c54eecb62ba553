// Paths to the articles that they hold.
//
// Folders are walked with one open descriptor at a time, in the order of their paths; a folder is known by
// device and inode, so a link to a folder above is no endless way. Arguments are sorted first: which of two
// ways to a folder is taken does not depend on their order.
// SPDX-License-Identifier: MIT
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include "entente/read.hpp"
#include "entente/text/error.hpp"
#include "read/descriptor.hpp"

namespace entente {
namespace {

using read::Descriptor;
using Identity = std::pair<dev_t, ino_t>;

Identity identity_of(const struct stat& status) {
    return {status.st_dev, status.st_ino};
}

bool is_text_file(std::string_view name) {
    if (name.size() < 5) return false;
    const std::string_view ending = name.substr(name.size() - 4);
    return ending == ".txt" || ending == ".TXT";
}

class Search {
  public:
    void add_argument(const std::string& path);
    [[nodiscard]] ArticleFiles take();

  private:
    struct Entry {
        std::string path;
        Identity identity;
    };
    struct Listed {
        std::string name;
        struct stat status;
        bool known;  // whether `status` could be had
    };
    void walk(const std::string& top);
    void list(const std::string& folder, std::vector<std::string>& folders);
    void add(const std::string& folder, const Listed& entry, std::vector<std::string>& folders);
    [[nodiscard]] static std::vector<Listed> entries_of(DIR* folder);

    std::vector<Entry> files_;
    std::set<Identity> folders_;
    ArticleFiles found_;
};

void Search::add_argument(const std::string& path) {
    if (path == "-") return files_.push_back({path, {}});
    const Descriptor file = Descriptor::open(path, O_PATH);
    struct stat status {};
    if (!file.is_open() || ::fstat(file.number(), &status) != 0) {
        throw Error(Error::Kind::missing, Error::Place{path, 0, 0, ""}, std::strerror(errno));
    }
    if (S_ISDIR(status.st_mode)) return walk(path);
    files_.push_back({path, identity_of(status)});
}

void Search::walk(const std::string& top) {
    std::string path = top;
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    std::vector<std::string> open = {path};
    while (!open.empty()) {
        const std::string folder = std::move(open.back());
        open.pop_back();
        const auto first = static_cast<std::ptrdiff_t>(open.size());
        list(folder, open);
        std::reverse(open.begin() + first, open.end());
    }
}

// Takes the articles of one folder and names the folders in it, in order.
void Search::list(const std::string& folder, std::vector<std::string>& folders) {
    Descriptor opened = Descriptor::open(folder, O_DIRECTORY);
    struct stat status {};
    if (!opened.is_open() || ::fstat(opened.number(), &status) != 0) {
        const bool denied = errno == EACCES || errno == EPERM;
        return found_.skipped.push_back(
            {folder, denied ? "permission" : "io", std::string("cannot be opened: ") + std::strerror(errno)});
    }
    if (!folders_.insert(identity_of(status)).second) {
        ++found_.left_out;
        return;
    }
    DIR* stream = ::fdopendir(opened.number());
    if (stream == nullptr)
        return found_.skipped.push_back({folder, "io", std::string("cannot be listed: ") + std::strerror(errno)});
    (void)opened.release();
    for (const Listed& entry : entries_of(stream))
        add(folder, entry, folders);
    ::closedir(stream);
}

std::vector<Search::Listed> Search::entries_of(DIR* folder) {
    std::vector<Listed> entries;
    while (const dirent* entry = ::readdir(folder)) {
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..") continue;
        Listed listed{std::string(name), {}, false};
        listed.known = ::fstatat(::dirfd(folder), entry->d_name, &listed.status, 0) == 0;
        entries.push_back(std::move(listed));
    }
    std::sort(entries.begin(), entries.end(), [](const Listed& a, const Listed& b) { return a.name < b.name; });
    return entries;
}

void Search::add(const std::string& folder, const Listed& entry, std::vector<std::string>& folders) {
    const std::string path = folder.ends_with('/') ? folder + entry.name : folder + "/" + entry.name;
    if (entry.known && S_ISDIR(entry.status.st_mode)) {
        folders.push_back(path);
    } else if (is_text_file(entry.name)) {
        files_.push_back({path, entry.known ? identity_of(entry.status) : Identity{}});
    } else {
        ++found_.left_out;
    }
}

// Each file once, under the first of its paths.
ArticleFiles Search::take() {
    std::sort(files_.begin(), files_.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
    std::set<Identity> seen;
    for (Entry& file : files_) {
        const bool nameless = file.identity == Identity{};
        if (nameless ? (!found_.paths.empty() && found_.paths.back() == file.path) : !seen.insert(file.identity).second)
            continue;
        found_.paths.push_back(std::move(file.path));
    }
    return std::move(found_);
}

}  // namespace

ArticleFiles find_articles(const std::vector<std::string>& paths) {
    std::vector<std::string> sorted = paths;
    std::sort(sorted.begin(), sorted.end());
    Search search;
    for (const std::string& path : sorted)
        search.add_argument(path);
    return search.take();
}

}  // namespace entente
