// Many files, all cores, one order.
//
// TBB's one door. Articles are taken, read and given back in order; between these two a few are at work at once, so the
// memory does not grow with their number, and what comes out does not depend on the number of threads.
// SPDX-License-Identifier: MIT
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <exception>

#include "entente/extract.hpp"

namespace entente {

void extract_files(const Extractor& extractor, std::span<const std::string> paths, const ExtractOptions& options,
                   const std::function<void(std::variant<Extraction, Skip>)>& sink) {
    using Result = std::variant<Extraction, Skip>;
    // An exception that leaves a filter would lose what the pipeline holds, so it waits outside.
    std::exception_ptr failure;
    std::atomic<bool> failed = false;
    std::size_t next = 0;
    const auto take = [&](tbb::flow_control& flow) {
        if (next == paths.size() || failed || (options.stop && options.stop())) flow.stop();
        return next++;
    };
    const auto work = [&](std::size_t number) -> Result {
        auto read = read_file(paths[number]);
        if (auto* skip = std::get_if<Skip>(&read)) return std::move(*skip);
        Article& article = std::get<Article>(read);
        if (options.known && options.known(article)) return Skip{paths[number], known_code, "is in the graph already"};
        return extractor.extract(std::move(article), options.keep);
    };
    const auto give = [&](Result result) {
        if (failed) return;
        try {
            sink(std::move(result));
        } catch (...) {
            failure = std::current_exception();
            failed = true;
        }
    };
    tbb::parallel_pipeline(2 * std::size_t{options.jobs},
                           tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, take) &
                               tbb::make_filter<std::size_t, Result>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<Result, void>(tbb::filter_mode::serial_in_order, give));
    if (failure) std::rethrow_exception(failure);
}

}  // namespace entente
