// entente, the program.
// SPDX-License-Identifier: MIT
#include "entente/cli.hpp"

int main(int argc, char** argv) {
    return entente::run(argc, argv);
}
