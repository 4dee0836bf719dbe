-- Nobody reads it: the page of a programme tells of a figure what its record tells.
drop view network_figure_brief;
