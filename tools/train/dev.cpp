// The development parts, scored while the network learns.
// SPDX-License-Identifier: MIT
#include "dev.hpp"

#include <cstdio>
#include <thread>

#include "recognise/labels.hpp"

namespace train {
namespace {

using entente::recognise::NameKind;
using entente::recognise::NamePart;

struct Scores {
    double upos = 0, xpos = 0, uas = 0, las = 0, words = 0;
    double names_right = 0, names_ours = 0, names_gold = 0;
};

bool begins(std::uint32_t allowed) {
    for (int label = 1; label < entente::recognise::name_labels; ++label) {
        if ((allowed >> label & 1U) != 0 && !entente::recognise::may_begin(label)) return false;
    }
    return (allowed & 1U) == 0;
}

void score_names(const Example& e, const Prediction& p, Scores& s) {
    if (e.names.empty()) return;
    for (const std::uint32_t allowed : e.names)
        s.names_gold += begins(allowed);
    for (std::size_t from = 0; from < p.names.size(); ++from) {
        if (p.names[from] == 0) continue;
        std::size_t end = from;
        while (!entente::recognise::may_end(p.names[end]))
            ++end;
        bool right = true, open = false;
        for (std::size_t i = from; i <= end; ++i) {
            right = right && (e.names[i] >> p.names[i] & 1U) != 0;
            open = open || (e.names[i] & 1U) != 0;
        }
        if (!(right && open)) s.names_ours += 1;  // "Norwegian", where nobody said whether it is a name
        if (right && !open) s.names_right += 1;
        from = end;
    }
}

void score_words(const Example& e, const Prediction& p, const Vocabulary& vocabulary, Scores& s) {
    for (int w = 0; w < e.size(); ++w) {
        const auto &right = vocabulary.tags[e.tags[w]], &ours = vocabulary.tags[p.tags[w]];
        const bool head = p.heads[w] == e.heads[w];
        const bool root = e.heads[w] == e.size();
        const auto label = entente::universal(static_cast<entente::Deprel>(p.labels[w]));
        const bool same = root || label == entente::universal(static_cast<entente::Deprel>(e.labels[w]));
        s.words += 1;
        s.upos += right.first == ours.first;
        s.xpos += right.second == ours.second;
        s.uas += head;
        s.las += head && same;
    }
}

Scores score(Worker& worker, const std::vector<Example>& examples, const Vocabulary& vocabulary) {
    Scores s;
    for (std::size_t i = 0; i < examples.size();) {
        std::vector<const Example*> batch;
        for (int words = 0; i < examples.size() && words < 400; ++i) {
            batch.push_back(&examples[i]);
            words += examples[i].size();
        }
        const auto predictions = worker.predict(batch);
        for (std::size_t b = 0; b < batch.size(); ++b) {
            score_words(*batch[b], predictions[b], vocabulary, s);
            score_names(*batch[b], predictions[b], s);
        }
    }
    for (double* x : {&s.upos, &s.xpos, &s.uas, &s.las})
        *x *= 100 / s.words;
    return s;
}

}  // namespace

std::vector<DevPart> dev_parts(const std::vector<std::vector<treebank::Sentence>>& files,
                               const Vocabulary& vocabulary) {
    std::vector<DevPart> out;
    DevPart news{"news", {}};
    for (const auto& sentences : files) {
        out.push_back({"part " + std::to_string(out.size() + 1), {}});
        for (const auto& sentence : sentences) {
            out.back().examples.push_back(make_example(sentence, vocabulary));
            if (sentence.document.starts_with("GUM_news")) news.examples.push_back(out.back().examples.back());
        }
    }
    if (!news.examples.empty()) out.push_back(std::move(news));
    return out;
}

void print_scores(const Parameters& parameters, const std::vector<DevPart>& parts, const Vocabulary& vocabulary) {
    std::vector<Scores> scores(parts.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        threads.emplace_back([&, i] {
            Worker worker(parameters);
            scores[i] = score(worker, parts[i].examples, vocabulary);
        });
    }
    for (auto& thread : threads)
        thread.join();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Scores& s = scores[i];
        std::printf("  %-8s UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f names %.2f\n", parts[i].name.c_str(), s.upos, s.xpos,
                    s.uas, s.las, 200 * s.names_right / (s.names_ours + s.names_gold + 1e-9));
    }
    std::fflush(stdout);
}

}  // namespace train
