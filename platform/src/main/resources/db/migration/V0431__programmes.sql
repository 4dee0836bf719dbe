-- In which list of topics the cities and partnerships of a programme speak; empty where it is the usual one of the network.
alter table programme add column taxonomy uuid references taxonomy;
