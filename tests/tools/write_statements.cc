// Writes the statements of a month as the bank of the fixtures would:
//   write_statements PLAN YEAR MONTH [PAYMENT_FILE…] > file.cod
#include "payments/pain001/read.hpp"
#include "tools/fake_bank.hpp"

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

std::string read_file(const char* name) {
    std::ifstream in(name, std::ios::binary);
    if (!in) {
        throw std::runtime_error(std::string("cannot read ") + name);
    }
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const std::vector<const char*>& arguments) {
    const std::string text = read_file(arguments[0]);
    const fake_bank::Plan plan = fake_bank::read_plan(text);
    std::vector<saldo::payments::pain001::Message> orders;
    for (std::size_t i = 3; i < arguments.size(); ++i) {
        auto message = saldo::payments::pain001::read(read_file(arguments[i]));
        if (!message) {
            throw std::runtime_error(std::string("no payment file: ") + arguments[i]);
        }
        orders.push_back(*std::move(message));
    }
    const fake_bank::Month month{std::atoi(arguments[1]), std::atoi(arguments[2])};
    if (month.month < 1 || month.month > 12) {
        throw std::runtime_error("a month is 1 to 12");
    }
    std::cout << fake_bank::write_month(plan, month, orders);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 4) {
        std::cerr << "usage: write_statements PLAN YEAR MONTH [PAYMENT_FILE...]\n";
        return EXIT_FAILURE;
    }
    try {
        write(std::vector<const char*>(arguments + 1, arguments + count));
    } catch (const std::exception& error) {
        std::cerr << "write_statements: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
