"""Chinese names in pinyin, the commonest first; the surname is written first at home and last in Belgium."""

male = """Wei, Jun, Lei, Ming, Qiang, Jian, Hao, Bo, Tao, Chao, Yong, Jie, Peng, Feng, Gang, Bin, Hui, Kai,
Long, Xin, Yi, Yang, Zhi, Guoqiang, Jianguo, Jianhua, Weiming, Haoran, Zihan, Yuxuan, Haoyu, Junjie, Jiahao,
Zixuan, Bowen, Tianyu, Yichen, Zhihao, Junhao, Minghao, Weijie, Xiaoming, Xiaojun, Xiaofeng, Zhiqiang,
Zhigang, Zhiyong, Zhiwei, Yonggang, Jianping, Jianjun, Jianming, Jianxin, Guohua, Guoliang, Guoping, Haibo,
Haifeng, Haitao, Hongwei, Hongbin, Huimin, Jinlong, Jingwei, Junfeng, Kaiwen, Liang, Libin, Lijun, Mingzhe,
Ning, Peifeng, Pengfei, Qinghua, Renjie, Rui, Ruifeng, Shaohua, Shengli, Shijie, Shuai, Sheng, Songlin,
Tian, Tianhao, Wenbin, Wenbo, Wenjie, Wenhao, Wenlong, Xiang, Xiaodong, Xiaogang, Xiaolong, Xiaohui,
Xuefeng, Yanbin, Yaohui, Yifan, Yiming, Yinan, Yongjun, Yongqiang, Youming, Yuhang, Yujie, Yulong, Yusheng,
Zecheng, Zehua, Zhen, Zhenhua, Zhenyu, Zheng, Zhichao, Zhijian, Zhipeng, Zhong, Zhongwei, Zijian, Zimo,
Ziyang, An, Bing, Cheng, Chun, Chunlei, Dawei, Dong, Donghai, Fei, Fuhai, Gen, Guang, Guanghui, Han, Heng,
Hong, Hua, Jia, Jin, Jing, Ke, Kun, Lin, Mu"""

female = """Fang, Na, Min, Jing, Li, Yan, Xiuying, Juan, Ying, Hua, Ping, Mei, Lan, Xia, Hong, Yun, Ling,
Hui, Lin, Qing, Rui, Shan, Ting, Wen, Xin, Xue, Yu, Yue, Zhen, Guihua, Guiying, Guilan, Xiulan, Xiuzhen,
Yulan, Yumei, Yuzhen, Fengying, Meiling, Xiaoyan, Xiaoli, Xiaohong, Xiaomei, Xiaoyu, Yating, Yuting, Xinyi,
Ziyi, Yiran, Zihan, Keying, Kexin, Jiayi, Jiaqi, Jiaxin, Mengyao, Mengqi, Menghan, Siyu, Siqi, Shiyu, Shiqi,
Ruoxi, Yinuo, Yutong, Yuxi, Yuhan, Zixuan, Ailing, Aihua, Baozhen, Bingbing, Caihong, Caixia, Chunhua,
Chunmei, Chunyan, Cuihua, Dandan, Dongmei, Fenglan, Guifang, Guizhen, Haiyan, Haixia, Hongmei, Hongxia,
Hongyan, Huifang, Huiling, Huimin, Huizhen, Jianhong, Jiali, Jiamin, Jianing, Jie, Jinfeng, Jingjing,
Jinhua, Jinmei, Junli, Lanying, Lihua, Lijuan, Lili, Liling, Liping, Liqin, Liying, Meihua, Meifang,
Meiying, Minjun, Nannan, Peipei, Qian, Qiuyan, Qiong, Ruihong, Ruolin, Shanshan, Shufang, Shuhua, Shuping,
Shuqin, Shuying, Suzhen, Tingting, Wanting, Weihong, Wenjing, Wenli, Wenwen, Xiaofang, Xiaohua, Xiaolan,
Xiaoling, Xiaoqing, Xiaowen, Xiaoxia, Xiufang, Xiuhua, Xiumei, Xiurong, Xuemei, Yahui, Yali, Yalin, Yanhong,
Yanli, Yanping, Yaqin, Yingying, Yufang, Yuhua, Yuping, Yuqin, Yuying, Zhihui"""

surnames = """Wang, Li, Zhang, Liu, Chen, Yang, Huang, Zhao, Wu, Zhou, Xu, Sun, Ma, Zhu, Hu, Guo, He, Lin,
Gao, Luo, Zheng, Liang, Xie, Song, Tang, Deng, Han, Feng, Cao, Peng, Zeng, Xiao, Tian, Dong, Pan, Yuan, Cai,
Jiang, Yu, Du, Ye, Cheng, Wei, Su, Lu, Ding, Ren, Shen, Yao, Zhong, Cui, Tan, Fan, Liao, Shi, Jin, Jia, Xia,
Fu, Fang, Zou, Xiong, Bai, Meng, Qin, Qiu, Hou, Yin, Xue, Yan, Duan, Lei, Long, Tao, Shao, Kong, Mao, Wan,
Gu, Lai, Kang, Wen, Niu, Chang, Qian, Hong, Gong, Tong, Mo, Pang, Ouyang, Situ, Shangguan, Zhuge, Zhan,
Zhuang, Zuo, Nie, Miao, Mu, Ni, Ning, Pei, Pi, Ping, Qi, Qu, Rao, Rong, Ruan, Sha, Shan, Shang, She, Sheng,
Tu, Wo, Xi, Xiang, Xing, Yi, You, Yue, Yun, Zang, Zhen, Zong, Chan, Chow, Lam, Ng, Wong, Cheung, Leung"""

tail_prefixes = ""
tail_stems = ""
