// Work done in a child process.
//
// The child answers through a pipe: one byte that says whether it threw, eight of length, then the bytes. So
// a child that dies while it writes is told from one that is done, even where the host ignores SIGCHLD and no
// exit status is to be had. What it prints on standard error is read and dropped: it may hold bytes of
// articles.
// SPDX-License-Identifier: MIT
#include "render/child.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <utility>

#include "entente/text/error.hpp"

namespace entente::render {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int answer_file = 3;
constexpr std::size_t max_answer = std::size_t{256} << 20;
constexpr std::size_t head_size = 1 + sizeof(std::uint64_t);

class File {
  public:
    explicit File(int number = -1) : number_(number) {}
    File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~File() { close(); }
    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_;
};

struct Pipe {
    File read, write;
    Pipe() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw Error(Error::Kind::busy, "no pipe can be made for drawing");
        read = File(ends[0]);
        write = File(ends[1]);
    }
};

// ---- in the child

void limit(int resource, std::size_t most) {
    const rlimit limits{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(resource), &limits);
}

// Bytes of address space that the program holds: the host may have mapped gigabytes.
std::size_t address_space() {
    std::size_t pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void set_limits(std::chrono::milliseconds time, std::size_t memory) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);  // it writes no files
    limit(RLIMIT_CPU, static_cast<std::size_t>(time.count() / 1000 + 2));
    const std::size_t held = address_space();
    if (held > 0 && held < (std::size_t{1} << 42)) limit(RLIMIT_AS, held + memory);  // sanitizers map terabytes
}

void leave_the_host(const Pipe& answer, const Pipe& chatter, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);
    for (int number = 1; number < NSIG; ++number)
        std::signal(number, SIG_DFL);
    std::signal(SIGXFSZ, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    // First away from 0 to 3: a host that has closed them gets its pipes there. Not 1 for the answer: what stands in
    // the host's buffers must never get into it.
    const int out = ::fcntl(answer.write.number(), F_DUPFD, answer_file + 1);
    const int err = ::fcntl(chatter.write.number(), F_DUPFD, answer_file + 1);
    const int in = ::open("/dev/null", O_RDWR);
    if (out < 0 || err < 0 || in < 0) ::_exit(1);
    ::dup2(in, 0);
    ::dup2(in, 1);
    ::dup2(err, 2);
    ::dup2(out, answer_file);
    ::close_range(answer_file + 1, ~0U, 0);
    ::clearenv();  // GVBINDIR, DOTFONTPATH, HOME: what a user may have set shall not change the picture
    std::setlocale(LC_ALL, "C");
}

void write_all(const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(answer_file, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) ::_exit(1);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

void answer_with(char kind, std::string_view bytes) {
    char head[head_size] = {kind};
    const std::uint64_t size = bytes.size();
    std::memcpy(head + 1, &size, sizeof size);
    write_all(head, sizeof head);
    write_all(bytes.data(), bytes.size());
}

[[noreturn]] void be_the_child(const std::function<std::string()>& work) noexcept {
    try {
        answer_with('=', work());
    } catch (const std::exception& error) {
        answer_with('!', error.what());
    }
    ::_exit(0);  // no destructors, no buffers of the host's, no leak check
}

// ---- in the parent

class Child {
  public:
    explicit Child(pid_t process) : process_(process) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ > 0) (void)end();
    }
    // Kills it where it still runs; how it died, for a person.
    [[nodiscard]] std::string end() {
        ::kill(process_, SIGKILL);
        return wait();
    }
    [[nodiscard]] std::string wait() {
        int status = 0;
        pid_t ended = 0;
        do {
            ended = ::waitpid(process_, &status, 0);
        } while (ended < 0 && errno == EINTR);
        process_ = -1;
        if (ended < 0) return "it ended without an answer";  // the host ignores SIGCHLD
        if (WIFSIGNALED(status)) return fmt::format("it was ended by signal {}", WTERMSIG(status));
        return fmt::format("it left with status {}", WEXITSTATUS(status));
    }

  private:
    pid_t process_;
};

// Appends what is there; closes the file at its end. False where the answer grows too large.
bool take(File& file, std::string* out) {
    char buffer[1 << 16];
    const ssize_t got = ::read(file.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0)
        file.close();
    else if (out != nullptr)
        out->append(buffer, static_cast<std::size_t>(got));
    return out == nullptr || out->size() <= max_answer;
}

// All that the child says, until it is silent, too loud or late.
bool listen(File& answer, File& chatter, Clock::time_point deadline, std::string& out) {
    while (answer.number() >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        pollfd files[] = {{answer.number(), POLLIN, 0}, {chatter.number(), POLLIN, 0}};
        if (::poll(files, 2, static_cast<int>(left)) < 0 && errno != EINTR) return true;
        if (files[1].revents != 0) (void)take(chatter, nullptr);
        if (files[0].revents != 0 && !take(answer, &out)) return true;
    }
    return true;
}

}  // namespace

Outcome in_child(const std::function<std::string()>& work, std::chrono::milliseconds time, std::size_t memory) {
    Pipe answer, chatter;
    const auto deadline = Clock::now() + time;
    const pid_t parent = ::getpid();
    const pid_t process = ::fork();
    if (process < 0) throw Error(Error::Kind::busy, "no process can be made for drawing");
    if (process == 0) {
        leave_the_host(answer, chatter, parent);
        set_limits(time, memory);
        be_the_child(work);
    }
    Child child(process);
    answer.write.close();
    chatter.write.close();
    std::string heard;
    if (!listen(answer.read, chatter.read, deadline, heard)) return {Outcome::End::late, child.end()};
    std::uint64_t size = 0;
    if (heard.size() >= head_size) std::memcpy(&size, heard.data() + 1, sizeof size);
    if (heard.size() > max_answer) return {Outcome::End::crashed, "its answer is too large"};
    if (heard.size() < head_size || heard.size() - head_size != size) return {Outcome::End::crashed, child.wait()};
    const bool done = heard[0] == '=';
    return {done ? Outcome::End::done : Outcome::End::refused, heard.substr(head_size)};
}

}  // namespace entente::render
