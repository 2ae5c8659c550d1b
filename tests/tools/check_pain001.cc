// check_pain001 FILE: counts and sums of a credit transfer file, recomputed by a reader that shares
// nothing with the engine. Exit 0 if all is right, 1 if not, 2 for wrong usage.
#include "tools/pain001_auditor.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: check_pain001 FILE\n";
        return 2;
    }
    std::ifstream in(argv[1], std::ios::binary);
    if (!in) {
        std::cerr << argv[1] << ": cannot be read\n";
        return 1;
    }
    const std::string xml{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auditor::Audit audit = auditor::audit(xml);
    std::cout << "namespace " << audit.name_space << "\nblocks    " << audit.blocks
              << "\ntransfers " << audit.transfers << "\nsum       " << auditor::euros(audit.cents)
              << "\n";
    for (const std::string& problem : audit.problems) {
        std::cerr << problem << "\n";
    }
    return audit.problems.empty() ? 0 : 1;
}
